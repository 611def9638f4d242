using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What a firm raised, the one raised that it turned out to be.</summary>
internal sealed class DifficultyMergeRule(AppDb db) : RowsMergeRule<Difficulty>(db)
{
    public override string Name => "登记的难题";

    protected override Expression<Func<Difficulty, Guid?>> Owner => d => d.RaisedByOrganisationId;

    protected override void Give(Difficulty row, Guid to) => row.Follow(to);
}

/// <summary>A unit's tasks; where both are at the same difficulty, each keeps its own.</summary>
internal sealed class DifficultyTaskMergeRule(AppDb db) : RowsMergeRule<DifficultyTask>(db)
{
    public override string Name => "难题任务";

    protected override Expression<Func<DifficultyTask, Guid?>> Owner => t => t.UnitId;

    protected override IQueryable<DifficultyTask> Movable(IQueryable<DifficultyTask> rows, Guid to) => rows.Where(t => !Db.Set<DifficultyTask>().Any(o => o.DifficultyId == t.DifficultyId && o.UnitId == to && o.State != DifficultyTaskState.Dropped));

    protected override void Give(DifficultyTask row, Guid to) => row.Follow(to);
}

/// <summary>Difficulties that concern a firm; where both are concerned by the same one, the other stands for both.</summary>
internal sealed class DifficultyBeneficiaryMergeRule(AppDb db) : RowsMergeRule<DifficultyBeneficiary>(db)
{
    public override string Name => "涉及的难题";

    protected override Expression<Func<DifficultyBeneficiary, Guid?>> Owner => b => b.OrganisationId;

    protected override IQueryable<DifficultyBeneficiary> Movable(IQueryable<DifficultyBeneficiary> rows, Guid to) => rows.Where(b => !Db.Set<DifficultyBeneficiary>().Any(o => o.DifficultyId == b.DifficultyId && o.OrganisationId == to));

    protected override void Give(DifficultyBeneficiary row, Guid to) => row.Follow(to);
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes a merge back, however long ago it was: whatever is as the merge left it goes back to what it was, what happened since stays with the survivor.</summary>
public sealed class UnmergeOrganisation(UseCaseContext context, MergeTrail trail, IEnumerable<OrganisationMergeRule> rules) : Command<UnmergeOrganisation.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The firm that stayed, or the one that was merged into it.</summary>
        public Guid Id { get; set; }

        /// <summary>Which merge; may be left out where there is one.</summary>
        [Display(Name = "合并")]
        public Guid? MergeId { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("名册里后来又登记了同一代码或同名的企业，恢复后会重复；请先核对那一家，没有保存任何内容。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var merges = await Db.Set<OrganisationMerge>().Where(m => m.SurvivorId == input.Id || m.MergedId == input.Id).OrderByDescending(m => m.At).ToListAsync(cancellation);
        var standing = merges.Where(m => !m.IsUndone && (input.MergeId is null || m.Id == input.MergeId)).ToList();
        if (standing.Count == 0) return merges.Count == 0 ? Outcome<Guid>.NotFound() : Outcome<Guid>.Refused("这次合并已经撤销。");
        if (standing.Count > 1) return Outcome<Guid>.Invalid("mergeId", $"有 {standing.Count} 次合并，请写明撤销哪一次。");
        var merge = standing[0];
        if (merge.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这次合并属于别的区县，只能由该区县撤销。");
        // 甲并入乙、乙又并入丙: the outer one comes first, or what went on to the third would be torn apart
        if (await trail.OfMergedAsync([merge.SurvivorId], cancellation) is { } outer)
            return Outcome<Guid>.Refused($"“{outer.MergedName}”后来又并入了“{await trail.NameAsync(outer.SurvivorId, cancellation)}”；请先撤销那一次合并，再撤销这一次。");

        var survivor = await Db.Set<Organisation>().Whole().Include(o => o.Formers).FirstOrDefaultAsync(o => o.Id == merge.SurvivorId, cancellation);
        if (survivor is null) return Outcome<Guid>.Refused("合并后的企业已移出名册，不能撤销合并；请重新登记需要的那一家。");
        var record = MergeRecord.Read(merge.Kept);
        var before = (survivor.Name, survivor.Uscc);
        var untouched = MergeColumns.AreSame(MergeColumns.Of(Db.Entry(survivor)), record.After);
        MergeColumns.Restore(Db.Entry(survivor), record.Before, record.After);
        TakeBackLines(survivor, record);
        Db.RemoveRange(survivor.Formers.Where(f => record.Formers.Contains(f.Id)));
        var moved = new List<string>();
        foreach (var rule in rules)
        {
            if (record.Moved.TryGetValue(rule.Name, out var ids) && await rule.MoveBackAsync(merge.MergedId, merge.SurvivorId, ids, cancellation) is > 0 and var count) moved.Add($"{rule.Name} {count}");
        }

        merge.Undo(Actor.UserId, Now);
        // The survivor gives the name and the code back before the other takes its place in the unique indexes again.
        await Db.FlushAsync(cancellation);
        survivor = await Db.Set<Organisation>().Include(o => o.Formers).Include(o => o.Products).FirstAsync(o => o.Id == merge.SurvivorId, cancellation);
        if (!untouched) survivor.Derive();
        var merged = await Db.WithRemoved<Organisation>().FirstAsync(o => o.Id == merge.MergedId, cancellation);
        merged.StepForward(record.WasPublished);
        Record(new OrganisationsUnmerged(merge.Id, survivor.Id, merge.MergedId,
            [.. new Shared.Ledger.FieldChange[] { new("名称", before.Name, survivor.Name), new("统一社会信用代码", before.Uscc, survivor.Uscc) }.Where(c => c.Before != c.After)], moved));
        return Outcome<Guid>.Done(merge.MergedId);
    }

    /// <summary>Lines that came with the merge and that nobody changed since.</summary>
    private void TakeBackLines(Organisation survivor, MergeRecord record)
    {
        IEnumerable<OrganisationLine> lines = [.. survivor.Products, .. survivor.Qualifications, .. survivor.Contacts, .. survivor.Sites];
        var came = record.Lines.ToDictionary(l => l.Id);
        foreach (var line in lines.Where(l => came.ContainsKey(l.Id)).ToList())
        {
            if (MergeColumns.AreSame(MergeColumns.Of(Db.Entry(line)), came[line.Id].Columns)) Db.Remove(line);
        }
    }
}

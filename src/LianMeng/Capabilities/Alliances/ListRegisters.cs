using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>清单管理: one view over what an alliance manages, wherever it is kept. A firm or a department sees what is its own to do.</summary>
public sealed class ListRegisters(UseCaseContext context, IEnumerable<RegisterSource> sources, AllianceMembers members) : MemoryQuery<ListRegisters.Filter, ListRegisters.Row>(context)
{
    /// <summary>Where a line is.</summary>
    public enum Progress
    {
        [Display(Name = "未办结")] Open = 1,
        [Display(Name = "已完成，待销号")] Done = 2,
        [Display(Name = "全部")] All = 3,
    }

    public sealed class Filter : ListFilter
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        /// <summary>One source alone: entries, memberships, listings.</summary>
        [Display(Name = "来源"), StringLength(20)]
        public string? Source { get; set; }

        /// <summary>The register's name: 难题清单.</summary>
        [Display(Name = "清单"), StringLength(20)]
        public string? Register { get; set; }

        /// <summary>What is not struck off, when nothing is said.</summary>
        [Display(Name = "进展")]
        public Progress? State { get; set; }

        [Display(Name = "逾期")]
        public bool? Overdue { get; set; }

        /// <summary>True: only what nobody with a post sees to any more.</summary>
        [Display(Name = "待交接")]
        public bool? HandOver { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "清单")] public string Register { get; init; } = "";
        [Display(Name = "事项")] public string Title { get; init; } = "";
        [Display(Name = "责任方")] public string Owner { get; init; } = "";
        [Display(Name = "期限")] public DateOnly? Deadline { get; init; }
        [Display(Name = "状态")] public string State { get; init; } = "";
        [Display(Name = "逾期")] public bool IsOverdue { get; init; }
        [Display(Name = "待交接")] public bool NeedsHandOver { get; init; }
        [Display(Name = "销号依据")] public string? Evidence { get; init; }
        public bool IsDone { get; init; }
        public string Href { get; init; } = "";
    }

    public override Access Access => Access.Needs(AlliancesCapability.Registers);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["deadline"] = r => r.Deadline ?? DateOnly.MaxValue,
        ["register"] = r => r.Register,
        ["owner"] = r => r.Owner,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => Db.Set<Alliance>().AnyAsync(a => a.Id == filter.Id, cancellation);

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var inside = Actor.MayIn(filter.Id, AlliancesCapability.Oversee);
        var present = await members.Present().Where(m => m.AllianceId == filter.Id).Select(m => m.OrganisationId).ToListAsync(cancellation);
        var lines = new List<RegisterLine>();
        foreach (var source in sources.Where(s => inside ? filter.Source is null || s.Key == filter.Source : s is EntryRegister))
            lines.AddRange(await source.LinesAsync(filter.Id, present, cancellation));
        if (!inside) lines.RemoveAll(l => l.OwnerOrganisationId is null || l.OwnerOrganisationId != Actor.OrganisationId);

        IEnumerable<RegisterLine> asked = lines;
        if (filter.State is Progress.Open) asked = asked.Where(l => l.IsOpen);
        else if (filter.State is Progress.Done) asked = asked.Where(l => l.IsDone);
        else if (filter.State is null) asked = asked.Where(l => l.IsOpen || l.IsDone);
        if (filter.Register is { } register) asked = asked.Where(l => l.Register == register);
        if (filter.Overdue is { } overdue) asked = asked.Where(l => IsOverdue(l) == overdue);
        if (filter.HandOver is { } left) asked = asked.Where(l => l.NeedsHandOver == left);
        if (filter.Query is { } text) asked = asked.Where(l => l.Title.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Owner.Contains(text, StringComparison.OrdinalIgnoreCase));
        return [.. asked.Select(l => new Row
        {
            Id = l.Id, Register = l.Register, Title = l.Title, Owner = l.Owner, Deadline = l.Deadline, State = l.State, IsOverdue = IsOverdue(l), NeedsHandOver = l.NeedsHandOver, Evidence = l.Evidence, IsDone = l.IsDone, Href = l.Href,
        })];

        bool IsOverdue(RegisterLine line) => line.IsOpen && line.Deadline < today;
    }
}

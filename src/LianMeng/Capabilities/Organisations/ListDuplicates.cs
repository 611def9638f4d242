using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>重复核对: pairs of the register that may be one firm, searched anew at every look; whom somebody told apart is left out, or shown alone.</summary>
public sealed class ListDuplicates(UseCaseContext context, DuplicateFinder finder) : MemoryQuery<ListDuplicates.Filter, ListDuplicates.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>True: the pairs that were told apart.</summary>
        [Display(Name = "已认定不是同一家")]
        public bool? ToldApart { get; set; }
    }

    public sealed class Row
    {
        public Guid LeftId { get; init; }
        public Guid RightId { get; init; }
        [Display(Name = "企业")] public string LeftName { get; init; } = "";
        [Display(Name = "代码")] public string? LeftUscc { get; init; }
        [Display(Name = "地址")] public string? LeftAddress { get; init; }
        [Display(Name = "相似的企业")] public string RightName { get; init; } = "";
        [Display(Name = "相似企业的代码")] public string? RightUscc { get; init; }
        [Display(Name = "相似企业的地址")] public string? RightAddress { get; init; }
        [Display(Name = "判断")] public string Verdict { get; init; } = "";
        [Display(Name = "理由")] public string Reasons { get; init; } = "";

        /// <summary>Whether nothing but a person's word stands against one firm.</summary>
        public bool IsSame { get; init; }

        internal double Weight { get; init; }
        internal Guid Place { get; init; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts => new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["likely"] = r => r.Place,
        ["name"] = r => r.LeftName,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var apart = (await Db.Set<DuplicateDecision>().AsNoTracking().Select(d => new { d.FirstId, d.SecondId }).ToListAsync(cancellation)).Select(d => (d.FirstId, d.SecondId)).ToHashSet();
        var pairs = (await finder.PairsAsync(cancellation)).Where(p => apart.Contains(DuplicateDecision.Pair(p.Left.Id, p.Right.Id)) == (filter.ToldApart == true));
        if (filter.Query is { Length: > 0 } query)
            pairs = pairs.Where(p => new[] { p.Left.Name, p.Right.Name, p.Left.Uscc, p.Right.Uscc }.Any(text => text?.Contains(query, StringComparison.OrdinalIgnoreCase) == true));
        return [.. pairs.OrderByDescending(p => p.Judgement.Verdict).ThenByDescending(p => p.Judgement.Weight).ThenBy(p => p.Left.Name, StringComparer.Ordinal).Select(RowOf)];
    }

    private static Row RowOf((DuplicateFinder.Known Left, DuplicateFinder.Known Right, DuplicateJudgement Judgement) pair, int position) => new()
    {
        LeftId = pair.Left.Id,
        LeftName = pair.Left.Name,
        LeftUscc = pair.Left.Uscc,
        LeftAddress = pair.Left.Address,
        RightId = pair.Right.Id,
        RightName = pair.Right.Name,
        RightUscc = pair.Right.Uscc,
        RightAddress = pair.Right.Address,
        IsSame = pair.Judgement.Verdict == DuplicateVerdict.Same,
        Verdict = pair.Judgement.Verdict == DuplicateVerdict.Same ? "是同一家" : "可能是同一家",
        Reasons = string.Join("；", pair.Judgement.Reasons),
        Weight = pair.Judgement.Weight,
        Place = Place(position),
    };
}

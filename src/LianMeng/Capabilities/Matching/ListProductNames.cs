using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>What firms and listings of the actor's districts call products, the most used first: the lexicon's gaps are those that nothing knows.</summary>
public sealed class ListProductNames(UseCaseContext context, NameBook book, NearestProduct nearest, DistrictNames districts) : MemoryQuery<ListProductNames.Filter, ListProductNames.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "谁认得")]
        public NameKnowledge? Known { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed class Row
    {
        internal Guid Id { get; init; }
        [Display(Name = "产品名")] public string Name { get; init; } = "";
        [Display(Name = "企业(家)")] public int Firms { get; init; }
        [Display(Name = "有效供需(条)")] public int Listings { get; init; }
        [Display(Name = "谁认得")] public NameKnowledge Known { get; init; }
        [Display(Name = "认作")] public string As { get; init; } = "";

        /// <summary>Of the graph, for a name that nothing knows: to be confirmed as its synonym.</summary>
        [Display(Name = "相近的产品")] public string? Near { get; set; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        public Guid DistrictId { get; init; }

        /// <summary>It can stand in a set of synonyms: one word, not too long.</summary>
        public bool IsWord { get; init; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["uses"] = r => r.Firms + r.Listings,
        ["firms"] = r => r.Firms,
        ["listings"] = r => r.Listings,
        ["name"] = r => r.Name,
    };

    protected override string DefaultSort => "-uses";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var titles = (await districts.AllAsync()).ToDictionary(d => d.Id, d => d.Name);
        var words = filter.Words.Select(ShortText.Normalise).ToList();
        var names = (await book.AllAsync(cancellation)).Where(n => (filter.Known is null || n.Known == filter.Known) && (filter.DistrictId is null || n.DistrictId == filter.DistrictId));
        if (words.Count > 0) names = names.Where(n => words.TrueForAll(word => ShortText.Normalise(n.Text).Contains(word, StringComparison.Ordinal)));
        return [.. names.OrderBy(n => n.Text, StringComparer.Ordinal).ThenBy(n => n.DistrictId).Select((n, at) => new Row
        {
            Id = Place(at), Name = n.Text, Firms = n.Firms, Listings = n.Listings, Known = n.Known, As = n.As, District = titles.GetValueOrDefault(n.DistrictId) ?? "", DistrictId = n.DistrictId, IsWord = SynonymRules.IsWord(n.Text),
        })];
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(r => r.Known == NameKnowledge.Unknown && r.IsWord)) row.Near = nearest.Of(row.Name) is { } near && SynonymRules.IsWord(near) ? near : null;
        return Task.CompletedTask;
    }
}

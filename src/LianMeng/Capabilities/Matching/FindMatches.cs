using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Ranks the firms of the actor's districts for a text, with reasons; or says honestly that there is none, and what was missing.</summary>
public sealed class FindMatches(UseCaseContext context, MatchIndex index, OrganisationCards cards) : Show<FindMatches.Input, FindMatches.View>(context)
{
    public const int MostText = 2000;

    public sealed class Input
    {
        [Display(Name = "需要什么"), Required, StringLength(MostText)]
        public string? Text { get; set; }

        [Display(Name = "方向")]
        public MatchKind? Kind { get; set; }

        [Display(Name = "最多条数"), Range(1, 100)]
        public int? Take { get; set; }
    }

    /// <param name="Wanted">What the text was understood to ask for.</param>
    /// <param name="Missing">When nothing qualifies: what was missing.</param>
    /// <param name="Kind">The direction that was answered.</param>
    /// <param name="Note">Why it is not the one that was asked for, when it is not.</param>
    public sealed record View(IReadOnlyList<Item> Items, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing, MatchKind Kind, string? Note);

    /// <param name="Score">0–100; the sum of the reasons' weights.</param>
    public sealed record Item(Guid OrganisationId, string OrganisationName, string? Uscc, string? Place, bool Direct, double Score, IReadOnlyList<Reason> Reasons);

    public sealed record Reason(string Kind, string Text, double Weight);

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        // Who buys what is a firm's private need: only officers may ask in that direction.
        var asked = input.Kind ?? (OffersToSell(input.Text!) ? MatchKind.Supply : MatchKind.Demand);
        var maySeeNeeds = Actor.May(OrganisationCards.PrivateNeeds);
        var kind = maySeeNeeds ? asked : MatchKind.Demand;
        var note = asked == kind ? null : "各企业采购什么是其内部信息，只有主管单位能按采购查找；下面列出的是能供应的企业。要找买家，请联系联盟书记。";

        var own = Actor.OrganisationId is { } mine ? await cards.OfAsync([mine], cancellation) : [];
        var result = index.Search(new MatchRequest(input.Text!, kind, input.Take ?? 10, Actor.ReadDistricts.ToHashSet())
        {
            Region = own.FirstOrDefault()?.RegionCode,
            Excluded = own.Select(o => o.Id).ToHashSet(),
        });
        var found = (await cards.OfAsync([.. result.Items.Select(i => i.OfferId)], cancellation)).ToDictionary(c => c.Id);
        var items = result.Items.Where(i => found.ContainsKey(i.OfferId)).Select(i => new Item(
            i.OfferId, found[i.OfferId].Name, found[i.OfferId].Uscc, found[i.OfferId].Place, i.IsDirect, Math.Round(i.Score, 2),
            [.. i.Parts.Select(p => new Reason(p.Kind.ToString(), p.Text, Math.Round(p.Weight, 2)))])).ToList();
        return new(items, result.Wanted, result.Missing, kind, note);
    }

    /// <summary>"供应废铝", "谁在采购铝液": the sentence itself says that a buyer is looked for.</summary>
    private static bool OffersToSell(string text)
    {
        var said = text.TrimStart();
        return SellerFirst.Any(w => said.StartsWith(w, StringComparison.Ordinal)) || BuyerAsked.Any(w => said.Contains(w, StringComparison.Ordinal));
    }

    private static readonly string[] SellerFirst = ["供应", "出售", "销售", "转让", "推销", "我们供应", "我们生产"];
    private static readonly string[] BuyerAsked = ["谁在采购", "谁采购", "谁在买", "谁要买", "谁在收购", "找买家", "找客户"];
}

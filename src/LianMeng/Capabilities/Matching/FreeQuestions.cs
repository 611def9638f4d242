using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Matching;

/// <summary>Asks a sentence as the actor may ask it: from where the own firm stands, without the own firm among the answers.</summary>
public sealed class FreeQuestions(Actor actor, MatchIndex index, OrganisationCards cards, MatchAnswers answers)
{
    /// <param name="kind">null: the sentence itself says whether makers or buyers are looked for</param>
    public async Task<(MatchRequest Request, MatchResult Result)> AskAsync(string text, MatchKind? kind, int take, CancellationToken cancellation)
    {
        var request = await answers.AskAsync(text, kind ?? (OffersToSell(text) ? MatchKind.Supply : MatchKind.Demand), take, cancellation);
        var own = actor.OrganisationId is { } mine ? await cards.OfAsync([mine], cancellation) : [];
        request = request with { Region = own.FirstOrDefault()?.RegionCode, Excluded = own.Select(o => o.Id).ToHashSet() };
        return (request, index.Search(request));
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

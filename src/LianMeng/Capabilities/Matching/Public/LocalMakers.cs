using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Capabilities.Matching.Public;

/// <summary>Who of the actor's own districts makes each of several products, best first, with the reason. The matcher's own rules of visibility hold.</summary>
public sealed class LocalMakers(MatchIndex index, MatchAnswers answers, FirmDirectory firms)
{
    /// <param name="Reason">the main reason, one sentence</param>
    /// <param name="Reasons">all of them</param>
    /// <param name="Score">0–100</param>
    public sealed record Maker(Guid Id, string Name, string? Place, string Reason, IReadOnlyList<string> Reasons, double Score);

    /// <param name="Missing">where nobody makes it: what was missing, in words</param>
    public sealed record Found(IReadOnlyList<Maker> Makers, string? Missing);

    /// <param name="wanted">product and further words (grade, dimensions) of each; the words only earn points</param>
    /// <param name="own">the firm that asks: never among the makers, and its place counts for nearness</param>
    /// <param name="each">at most so many for one product</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<(string Product, string? Details)> wanted, Guid own, int each, CancellationToken cancellation)
    {
        var region = (await firms.FindAsync(own, cancellation))?.RegionCode;
        // What comes from elsewhere, or names no firm, falls out below: a few more are asked for.
        var asked = await answers.AskAsync("", MatchKind.Demand, each + 5, cancellation) with { Region = region, Excluded = new HashSet<Guid> { own }, Neighbours = false };
        var found = wanted.Select(w => index.Search(asked with { Text = w.Product, Details = w.Details })).ToList();
        var named = await answers.NameAllAsync([.. found.Select(f => f.Items.Where(i => i.IsDirect).ToList())], cancellation);
        return [.. named.Select((items, at) => FoundOf(items, found[at].Missing, each))];
    }

    private static Found FoundOf(IReadOnlyList<MatchAnswers.Item> items, IReadOnlyList<string> missing, int each)
    {
        List<Maker> makers = [.. items.Where(i => i is { OrganisationId: not null, Elsewhere: false }).DistinctBy(i => i.OrganisationId).Take(each)
            .Select(i => new Maker(i.OrganisationId!.Value, i.OrganisationName, i.Place, i.Reasons.Count > 0 ? i.Reasons[0].Text : "", [.. i.Reasons.Select(r => r.Text)], i.Score))];
        return new(makers, makers.Count > 0 ? null : string.Join(' ', missing.DefaultIfEmpty("名册里没有本地企业做这个产品。")));
    }
}

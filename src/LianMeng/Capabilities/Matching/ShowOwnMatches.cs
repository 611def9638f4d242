using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Open listings of others that fit the actor's own firm: demands for what it makes, supplies of what it buys.</summary>
public sealed class ShowOwnMatches(UseCaseContext context, MatchIndex index, OfferRows offers, MatchAnswers answers) : Show<ShowOwnMatches.Input, ShowOwnMatches.View>(context)
{
    // Products of one firm that are asked for, each a search of its own.
    private const int MostLines = 20, Each = 20;

    public sealed class Input
    {
        [Display(Name = "最多条数"), Range(1, 100)]
        public int? Take { get; set; }
    }

    /// <param name="HasFirm">False for those who speak for no firm.</param>
    public sealed record View(bool HasFirm, IReadOnlyList<Fit> Demands, IReadOnlyList<Fit> Supplies);

    /// <param name="Line">The own product that it fits, in the firm's words.</param>
    public sealed record Fit(string Line, MatchAnswers.Item Item);

    public override Access Access => Access.Needs(MatchingCapability.Own);

    public override Budget? Budget => Budget.Matches;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.OrganisationId is not { } own || (await offers.OfAsync([own], cancellation)) is not [var firm]) return new(false, [], []);
        var take = input.Take ?? 30;
        return new(true,
            await FitsAsync(firm, firm.Makes.Concat(firm.ByProducts), MatchKind.Supply, take, cancellation),
            await FitsAsync(firm, firm.Buys, MatchKind.Demand, take, cancellation));
    }

    private async Task<IReadOnlyList<Fit>> FitsAsync(Offer firm, IEnumerable<string> lines, MatchKind kind, int take, CancellationToken cancellation)
    {
        // The actor's rights are the same for every line: asked once.
        var asked = await answers.AskAsync("", kind, Each, cancellation) with { Region = firm.Region, Excluded = new HashSet<Guid> { firm.Id }, SeesBuys = false, Neighbours = false };
        var best = new Dictionary<Guid, (string Line, MatchItem Item)>();
        foreach (var line in lines.Take(MostLines))
        {
            foreach (var item in index.Search(asked with { Text = line }).Items.Where(i => i.IsDirect))
            {
                if (!best.TryGetValue(item.Owner, out var known) || known.Item.Score < item.Score) best[item.Owner] = (line, item);
            }
        }

        var ordered = best.Values.OrderByDescending(b => b.Item.Score).ThenBy(b => b.Item.OfferId).ToList();
        var named = (await answers.NameAsync([.. ordered.Select(b => b.Item)], cancellation)).Where(i => i.ListingId is not null).ToList();
        var lineOf = ordered.ToDictionary(b => b.Item.Owner, b => b.Line);
        return [.. named.Take(take).Select(i => new Fit(lineOf.GetValueOrDefault(i.OrganisationId ?? i.ListingId!.Value) ?? "", i))];
    }
}

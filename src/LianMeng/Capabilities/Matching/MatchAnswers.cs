using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Matching;

/// <summary>Asks as the actor may ask, and names the firms and listings that answer.</summary>
public sealed class MatchAnswers(Actor actor, OrganisationCards cards, ListingQuestions listings, SynonymBook synonyms, TimeProvider clock)
{
    /// <summary>One that answers: a firm by what it declares, or by a listing of its own.</summary>
    /// <param name="OrganisationId">Null for a listing that names no firm.</param>
    /// <param name="Elsewhere">Of another district: only the listing can be opened.</param>
    /// <param name="Score">0–100; the sum of the reasons' weights.</param>
    /// <param name="ListingId">The listing that answers; null when the firm does by what it declares.</param>
    public sealed record Item(Guid? OrganisationId, string OrganisationName, string? Uscc, string? Place, bool Direct, double Score, IReadOnlyList<Reason> Reasons, Guid? ListingId, string? ListingTitle, bool Elsewhere);

    public sealed record Reason(string Kind, string Text, double Weight);

    public static Reason ReasonOf(MatchPart part) => new(part.Kind.ToString(), part.Text, Math.Round(part.Weight, 2));

    /// <summary>The request with everything that the actor's rights say about it.</summary>
    public async Task<MatchRequest> AskAsync(string text, MatchKind kind, int take, CancellationToken cancellation) => new(text, kind, take, actor.ReadDistricts.ToHashSet())
    {
        SeesBuys = actor.May(OrganisationCards.PrivateNeeds),
        Circle = await listings.OwnCircleAsync(cancellation),
        AllCircles = listings.SeesAllCircles,
        Synonyms = synonyms.Of(actor.WriteDistrict),
        Today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime),
    };

    public async Task<IReadOnlyList<Item>> NameAsync(IReadOnlyList<MatchItem> found, CancellationToken cancellation) => (await NameAllAsync([found], cancellation))[0];

    /// <summary>The answers to several questions, named by one look into the register.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Item>>> NameAllAsync(IReadOnlyList<IReadOnlyList<MatchItem>> found, CancellationToken cancellation)
    {
        var ids = found.SelectMany(items => items).SelectMany(i => i.Also.Prepend(i.OfferId)).Distinct().ToList();
        var answers = await listings.AnswersAsync(ids, cancellation);
        var firms = (await cards.OfAsync([.. ids, .. answers.Values.Select(a => a.OrganisationId).OfType<Guid>()], cancellation)).ToDictionary(c => c.Id);
        return [.. found.Select(items => items.Select(item => Name(item, answers, firms)).OfType<Item>().ToList())];
    }

    private Item? Name(MatchItem item, IReadOnlyDictionary<Guid, ListingQuestions.Answer> answers, Dictionary<Guid, OrganisationCards.Card> firms)
    {
        // The index may be a moment behind: what the actor does not see (any more) is left out.
        var listing = item.Also.Prepend(item.OfferId).Select(answers.GetValueOrDefault).FirstOrDefault(a => a is not null);
        var firm = firms.GetValueOrDefault(listing?.OrganisationId ?? item.OfferId);
        if (listing is null && firm is null) return null;
        return new(firm?.Id ?? listing?.OrganisationId, firm?.Name ?? listing!.OrganisationName, firm?.Uscc, firm?.Place ?? (listing is null ? null : PlaceOf(listing)), item.IsDirect, Math.Round(item.Score, 2),
            [.. item.Parts.Select(ReasonOf)], listing?.Id, listing?.Title, firm is null && listing!.DistrictId is var district && !actor.ReadDistricts.Contains(district));
    }

    /// <summary>Every listing that answers, and the firms that do by what they declare alone; as far as the actor sees them.</summary>
    public async Task<IReadOnlyList<SavedSearchAnswer>> SeenAsync(IReadOnlyList<MatchItem> found, CancellationToken cancellation)
    {
        var ids = found.SelectMany(i => i.Also.Prepend(i.OfferId)).Distinct().ToList();
        var answers = await listings.AnswersAsync(ids, cancellation);
        var firms = (await cards.OfAsync(ids, cancellation)).Select(c => c.Id).ToHashSet();
        List<SavedSearchAnswer> seen = [];
        foreach (var item in found)
        {
            var offers = item.Also.Prepend(item.OfferId).Distinct().ToList();
            var posted = offers.Where(answers.ContainsKey).Select(id => new SavedSearchAnswer(id, answers[id].OrganisationId)).ToList();
            seen.AddRange(posted.Count > 0 ? posted : offers.Where(firms.Contains).Take(1).Select(id => new SavedSearchAnswer(id, null)));
        }

        return seen;
    }

    private static string PlaceOf(ListingQuestions.Answer listing)
        => listing.Region is { } code && Region.Find(code) is { } region ? region.Current.ShortName : listing.District;
}

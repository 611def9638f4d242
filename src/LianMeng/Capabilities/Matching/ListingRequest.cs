using LianMeng.Capabilities.Listings.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Capabilities.Matching;

/// <summary>A listing as a question: its title and product say what is wanted, its text and certificates only earn points.</summary>
internal static class ListingRequest
{
    public static async Task<MatchRequest> OfAsync(ListingQuestions.Question listing, MatchAnswers answers, int take, CancellationToken cancellation)
        => Of(listing, await answers.AskAsync(TextOf(listing), KindOf(listing), take, cancellation));

    public static MatchRequest Of(ListingQuestions.Question listing, MatchRequest asked) => asked with
    {
        Region = listing.Region,
        Details = $"{listing.Text} {listing.Certificates}",
        Excluded = listing.OrganisationId is { } own ? new HashSet<Guid> { own, listing.Id } : new HashSet<Guid> { listing.Id },
    };

    public static MatchKind KindOf(ListingQuestions.Question listing) => listing.IsDemand ? MatchKind.Demand : MatchKind.Supply;

    public static string TextOf(ListingQuestions.Question listing)
        => listing.Product is { } product && !listing.Title.Contains(product, StringComparison.OrdinalIgnoreCase) ? $"{listing.Title}；{product}" : listing.Title;
}

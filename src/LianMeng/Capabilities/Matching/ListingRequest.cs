using LianMeng.Capabilities.Listings.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Capabilities.Matching;

/// <summary>A listing as a question: its title and product say what is wanted, its text and certificates only earn points.</summary>
internal static class ListingRequest
{
    public static async Task<MatchRequest> OfAsync(ListingQuestions.Question listing, MatchAnswers answers, int take, CancellationToken cancellation)
    {
        var kind = listing.IsDemand ? MatchKind.Demand : MatchKind.Supply;
        var text = listing.Product is { } product && !listing.Title.Contains(product, StringComparison.OrdinalIgnoreCase) ? $"{listing.Title}；{product}" : listing.Title;
        return await answers.AskAsync(text, kind, take, cancellation) with
        {
            Region = listing.Region,
            Details = $"{listing.Text} {listing.Certificates}",
            Excluded = listing.OrganisationId is { } own ? new HashSet<Guid> { own, listing.Id } : new HashSet<Guid> { listing.Id },
        };
    }
}

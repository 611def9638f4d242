using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Who answers a listing: open listings of the other side and firms by what they declare, ranked with reasons. For its own people and the officers.</summary>
public sealed class ShowListingMatches(UseCaseContext context, MatchIndex index, ListingQuestions listings, OrganisationCards cards, MatchAnswers answers)
    : Show<ShowListingMatches.Input, ShowListingMatches.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "最多条数"), Range(1, 100)]
        public int? Take { get; set; }

        /// <summary>A firm (its id) that one misses in the list: it is judged by the same parts.</summary>
        [Display(Name = "为什么没有")]
        public Guid? Why { get; set; }
    }

    /// <param name="ListingId">The listing that asks.</param>
    /// <param name="Wanted">What it was understood to ask for.</param>
    /// <param name="Missing">When nobody answers: what was missing.</param>
    /// <param name="Rejected">Counterpart → why it was put aside.</param>
    /// <param name="MayReject">Those who act for the listing.</param>
    /// <param name="Explained">The answer to <see cref="Input.Why"/>.</param>
    public sealed record View(Guid ListingId, MatchKind Kind, IReadOnlyList<MatchAnswers.Item> Items, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing, IReadOnlyDictionary<Guid, string> Rejected, bool MayReject, Explanation? Explained);

    /// <param name="Qualifies">It is listed, if one looks far enough.</param>
    /// <param name="WhyNot">Empty when it qualifies.</param>
    public sealed record Explanation(Guid OrganisationId, string OrganisationName, bool Qualifies, double Score, IReadOnlyList<MatchAnswers.Reason> Reasons, IReadOnlyList<string> WhyNot);

    public override Access Access => Access.Needs(MatchingCapability.Search);

    public override Budget? Budget => Budget.Matches;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var listing = await listings.FindAsync(input.Id, cancellation);
        if (listing is not { MayAsk: true }) return null;

        var rejected = await Db.Set<MatchRejection>().AsNoTracking().Where(r => r.ListingId == listing.Id)
            .ToDictionaryAsync(r => r.CounterpartId, r => ListExport.Words(r.Reason) + (r.Note is null ? "" : $"：{r.Note}"), cancellation);
        var request = await ListingRequest.OfAsync(listing, answers, input.Take ?? 10, cancellation) with { Lowered = rejected };
        var result = index.Search(request);
        return new(listing.Id, request.Kind, await answers.NameAsync(result.Items, cancellation), result.Wanted, result.Missing, rejected, listing.MayChange,
            input.Why is { } firm ? await ExplainAsync(firm, request, cancellation) : null);
    }

    private async Task<Explanation?> ExplainAsync(Guid firmId, MatchRequest request, CancellationToken cancellation)
    {
        if ((await cards.OfAsync([firmId], cancellation)) is not [var firm] || index.Explain(firmId, request) is not { } why) return null;
        return new(firm.Id, firm.Name, why.Qualifies, Math.Round(why.Score, 2), [.. why.Parts.Select(MatchAnswers.ReasonOf)], why.WhyNot);
    }
}

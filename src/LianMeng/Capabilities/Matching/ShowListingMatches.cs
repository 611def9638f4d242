using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Who answers a listing: open listings of the other side and firms by what they declare, ranked with reasons. For its own people and the officers.</summary>
public sealed class ShowListingMatches(UseCaseContext context, MatchIndex index, ListingQuestions listings, OrganisationCards cards, MatchAnswers answers, IntroductionBook introductions)
    : Show<ShowListingMatches.Input, ShowListingMatches.View>(context)
{
    /// <summary>Counterparts of hazardous waste that are looked through for those who may take it.</summary>
    private const int MostBehindGate = 100;

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
        var take = input.Take ?? 10;
        var receivers = await listings.ReceiversAsync(listing, cancellation);
        var request = await ListingRequest.OfAsync(listing, answers, receivers is null ? take : MostBehindGate, cancellation) with { Lowered = rejected, Raised = await AgreedAsync(listing.OrganisationId, cancellation) };
        var result = index.Search(request);
        // the law comes before the likeness: whoever may not take it is no counterpart
        var items = receivers is null ? result.Items : [.. result.Items.Where(item => receivers.Contains(item.Owner)).Take(take)];
        IReadOnlyList<string> missing = receivers is null || items.Count > 0 ? result.Missing : [.. result.Missing, $"本区县没有企业登记了危险废物 {listing.HazardousCode} 的有效许可或豁免，或登记的企业不用这种副产品"];
        return new(listing.Id, request.Kind, await answers.NameAsync(items, cancellation), result.Wanted, missing, rejected, listing.MayChange,
            input.Why is { } firm ? await ExplainAsync(firm, request, receivers is null || receivers.Contains(firm) ? null : $"没有危险废物 {listing.HazardousCode} 的有效许可或豁免，依法不能接收", cancellation) : null);
    }

    /// <summary>With whom the firm agreed to talk before, and what came of it: its own past, which raises nobody for others. A consent that was taken back says nothing any more; a deal stays one.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> AgreedAsync(Guid? own, CancellationToken cancellation)
    {
        if (own is not { } firm) return new Dictionary<Guid, string>();
        var past = await introductions.Figures().Where(i => (i.SellerId == firm || i.BuyerId == firm) && i.ConsentedAt != null && i.DeclinedAt == null && (i.WithdrawnAt == null || i.DealAt != null))
            .Select(i => new { Other = i.SellerId == firm ? i.BuyerId : i.SellerId, IsDeal = i.DealAt != null }).ToListAsync(cancellation);
        return past.GroupBy(p => p.Other).ToDictionary(g => g.Key, g => g.Any(p => p.IsDeal) ? "此前与贵方谈成过合作" : "此前与贵方双方同意对接");
    }

    private async Task<Explanation?> ExplainAsync(Guid firmId, MatchRequest request, string? forbidden, CancellationToken cancellation)
    {
        if ((await cards.OfAsync([firmId], cancellation)) is not [var firm] || index.Explain(firmId, request) is not { } why) return null;
        return new(firm.Id, firm.Name, why.Qualifies && forbidden is null, Math.Round(why.Score, 2), [.. why.Parts.Select(MatchAnswers.ReasonOf)], forbidden is null ? why.WhyNot : [forbidden, .. why.WhyNot]);
    }
}

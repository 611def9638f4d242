using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Puts a counterpart aside for one listing, with the reason: it ranks lower there.</summary>
public sealed class RejectMatch(UseCaseContext context, ListingQuestions listings, OrganisationCards cards) : Command<RejectMatch.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>The firm; or the listing where it names no firm.</summary>
        [Display(Name = "对接对象")]
        public Guid? CounterpartId { get; set; }

        [Display(Name = "原因")]
        public RejectionReason? Reason { get; set; }

        [Display(Name = "补充"), StringLength(200)]
        public string? Note { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("这个对接对象已经标过“不合适”。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await listings.FindAsync(input.Id, cancellation) is not { MayAsk: true } listing) return Outcome<Guid>.NotFound();
        if (!listing.MayChange) return Outcome<Guid>.Refused("只有发布这条信息的企业，或本区县的专员、书记能作这个标记。");
        if (input.Reason is null) return Outcome<Guid>.Invalid("reason", "请选择“原因”。");
        var counterpart = input.CounterpartId ?? Guid.Empty;
        var known = (await cards.OfAsync([counterpart], cancellation)).Count > 0
            || (await listings.AnswersAsync([counterpart], cancellation)).Count > 0 || await cards.IsPublishedAsync(counterpart, cancellation);
        if (!known || counterpart == listing.OrganisationId) return Outcome<Guid>.Invalid("counterpartId", "没有这个对接对象，请从列表中选择。");
        if (await Db.Set<MatchRejection>().AnyAsync(r => r.ListingId == listing.Id && r.CounterpartId == counterpart, cancellation)) return OnDuplicate();

        Db.Add(MatchRejection.Of(Actor.WriteDistrict, listing.Id, counterpart, input.Reason.Value, input.Note, Actor.UserId, Now));
        Record(new MatchRejected(listing.Id, counterpart, input.Reason.Value));
        return Outcome<Guid>.Done(listing.Id);
    }
}

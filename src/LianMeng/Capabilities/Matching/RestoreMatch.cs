using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Takes "does not suit" back.</summary>
public sealed class RestoreMatch(UseCaseContext context, ListingQuestions listings) : Command<RestoreMatch.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "对接对象")]
        public Guid? CounterpartId { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await listings.FindAsync(input.Id, cancellation) is not { MayAsk: true } listing) return Outcome<Guid>.NotFound();
        if (!listing.MayChange) return Outcome<Guid>.Refused("只有发布这条信息的企业，或本区县的专员、书记能取消这个标记。");
        var rejection = await Db.Set<MatchRejection>().FirstOrDefaultAsync(r => r.ListingId == listing.Id && r.CounterpartId == input.CounterpartId, cancellation);
        if (rejection is null) return Outcome<Guid>.NotFound();

        Db.Remove(rejection);
        Record(new MatchRestored(listing.Id, rejection.CounterpartId));
        return Outcome<Guid>.Done(listing.Id);
    }
}

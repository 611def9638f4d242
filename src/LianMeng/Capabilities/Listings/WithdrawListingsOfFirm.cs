using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>A firm left the register: what it still offers or seeks is withdrawn.</summary>
public sealed class WithdrawListingsOfFirm(UseCaseContext context) : Command<WithdrawListingsOfFirm.Input, int>(context)
{
    public sealed class Input
    {
        [Display(Name = "企业")]
        public Guid OrganisationId { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var live = await Db.Set<Listing>().Where(l => l.OrganisationId == input.OrganisationId && l.DistrictId == Actor.WriteDistrict
            && (l.State == ListingState.Draft || l.State == ListingState.Open || l.State == ListingState.Matched)).ToListAsync(cancellation);
        foreach (var listing in live)
        {
            var from = listing.State;
            listing.Withdraw("企业已移出名册", Now);
            Record(new ListingMoved(listing.Id, listing.OrganisationId, from, listing.State, listing.Reason));
        }

        return Outcome<int>.Done(live.Count);
    }
}

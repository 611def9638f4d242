using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>What every change of a listing has in common: the record of the address, who may, the version that was seen, the firm's card.</summary>
public abstract class ListingCommand<TInput>(UseCaseContext context, FirmDirectory firms) : Command<TInput, Guid>(context)
    where TInput : class, IListingInput
{
    public override Shared.Access.Access Access => Shared.Access.Access.Needs(ListingsCapability.Post);

    protected DateOnly Today => ChinaTime.Today(Now);

    /// <summary>Asks the entity; null when it was done, else why not.</summary>
    protected abstract Outcome<Guid>? Do(Listing listing, TInput input, string? home);

    protected override Outcome<Guid> OnDuplicate()
        => Outcome<Guid>.Refused("已有一条内容相同、仍然有效的供需信息；请修改那一条。");

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var listing = await Db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == input.Id, cancellation);
        if (listing is null || !SeesIt(listing)) return Outcome<Guid>.NotFound();
        if (!Actor.MayChange(listing)) return Outcome<Guid>.Refused("只有发布这条信息的企业，或本区县的专员、书记能修改它。");
        // A change that changes nothing saves nothing, so the database would not say that it came too late.
        if (input.Version is { } seen && seen != listing.Version) return Outcome<Guid>.Conflict();
        Expect(listing, input.Version);

        var firm = listing.OrganisationId is { } id ? await firms.FindAsync(id, cancellation) : null;
        if (Do(listing, input, firm?.RegionCode) is { } refusal) return refusal;
        if (firm is not null && listing.IsSeenBeyondDistrict) await firms.PublishAsync(firm.Id, cancellation);
        return Outcome<Guid>.Done(listing.Id);
    }

    /// <summary>Another firm's draft or closed matter does not exist for a firm.</summary>
    private bool SeesIt(Listing listing)
        => Actor.SeesAll() || listing.OrganisationId == Actor.OrganisationId || listing.StandsOn(Today);

    /// <summary>Asks the entity to go to another state, and states it; or refuses with the rule.</summary>
    protected Outcome<Guid>? Move(Listing listing, Func<bool> move, string rule)
    {
        var from = listing.State;
        if (!move()) return Outcome<Guid>.Refused($"这条信息{ListExport.Words(from)}。{rule}");
        Record(new ListingMoved(listing.Id, listing.OrganisationId, from, listing.State, listing.Reason));
        return null;
    }
}

/// <summary>An input that names a listing and the version that was seen.</summary>
public interface IListingInput
{
    Guid Id { get; set; }
    Guid? Version { get; set; }
}

using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>
/// Ends what has run out and tells those whose listing ends within a week, once a day in each district. Nothing waits for it:
/// a listing past its day answers nobody already.
/// </summary>
public sealed class ExpireListings(UseCaseContext context, PeopleOf people, NoticeWriter notices) : Command<ExpireListings.Input, ExpireListings.Result>(context)
{
    /// <summary>Days ahead.</summary>
    public const int Ahead = 7;

    private const int Most = 2000;

    public sealed class Input;

    public sealed record Result(int Expired, int Told);

    public override Access Access => Access.Needs(ListingsCapability.OnBehalf);

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var over = await Db.Set<Listing>().Where(l => l.DistrictId == Actor.WriteDistrict && l.ValidUntil < today
                && (l.State == ListingState.Draft || l.State == ListingState.Open || l.State == ListingState.Matched))
            .OrderBy(l => l.ValidUntil).Take(Most).ToListAsync(cancellation);
        var told = 0;
        foreach (var listing in over)
        {
            var from = listing.State;
            if (!listing.Expire(today, Now)) continue;
            Record(new ListingMoved(listing.Id, listing.OrganisationId, from, listing.State, null));
            if (from == ListingState.Open) told += await TellAsync(listing, NoticeKind.ListingExpired, "已到期下架", "如仍需要，打开后点“续期”即可继续征集。", cancellation);
        }

        var last = today.AddDays(Ahead);
        var ending = await Db.Set<Listing>().AsNoTracking().Where(l => l.DistrictId == Actor.WriteDistrict && l.State == ListingState.Open && l.ValidUntil >= today && l.ValidUntil <= last)
            .OrderBy(l => l.ValidUntil).Take(Most).ToListAsync(cancellation);
        foreach (var listing in ending)
            told += await TellAsync(listing, NoticeKind.ListingExpiring, $"{ChinaTime.Date(listing.ValidUntil)}到期", "到期后自动下架；如仍需要，可以现在续期。", cancellation);
        return Outcome<Result>.Done(new(over.Count, told));
    }

    /// <summary>Once for each end: who renews is told again before the next.</summary>
    private async Task<int> TellAsync(Listing listing, NoticeKind kind, string what, string then, CancellationToken cancellation)
    {
        var told = 0;
        foreach (var person in (await ListingPeople.OfAsync(listing, people, cancellation)).Where(p => p.DistrictId == Actor.WriteDistrict))
        {
            await notices.TellAsync(new(person.UserId, kind, $"“{listing.Title}”{what}", then, $"/listings/{listing.Id}", listing.Id, $"{kind}:{listing.Id}:{listing.ValidUntil:yyyyMMdd}"), cancellation);
            told++;
        }

        return told;
    }
}

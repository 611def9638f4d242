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

    public override Access Access => Access.Program;

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var over = await Db.Set<Listing>().Where(l => l.DistrictId == Actor.WriteDistrict && l.ValidUntil < today
                && (l.State == ListingState.Draft || l.State == ListingState.Open || l.State == ListingState.Matched))
            .OrderBy(l => l.ValidUntil).Take(Most).ToListAsync(cancellation);
        var told = 0;
        var officers = await people.OfDistrictAsync(Actor.WriteDistrict, Role.AllianceSecretary, cancellation);
        var withoutPeople = new List<Listing>();
        foreach (var listing in over)
        {
            var from = listing.State;
            if (!listing.Expire(today, Now)) continue;
            Record(new ListingMoved(listing.Id, listing.OrganisationId, from, listing.State, null));
            if (from == ListingState.Open) told += await TellOwnAsync(listing, NoticeKind.ListingExpired, "已到期下架", "如仍需要，打开后点“续期”即可继续征集。", withoutPeople, cancellation);
        }

        told += await TellOfficersAsync(officers, NoticeKind.ListingExpired, withoutPeople.Count, "条供需已到期下架", "/listings?state=Expired", today, cancellation);

        var last = today.AddDays(Ahead);
        var ending = await Db.Set<Listing>().AsNoTracking().Where(l => l.DistrictId == Actor.WriteDistrict && l.State == ListingState.Open && l.ValidUntil >= today && l.ValidUntil <= last)
            .OrderBy(l => l.ValidUntil).Take(Most).ToListAsync(cancellation);
        withoutPeople.Clear();
        foreach (var listing in ending)
            told += await TellOwnAsync(listing, NoticeKind.ListingExpiring, $"{ChinaTime.Date(listing.ValidUntil)}到期", "到期后自动下架；如仍需要，可以现在续期。", withoutPeople, cancellation);
        // Each listing is told of once, on the day on which it comes within the week; the others were told of before.
        told += await TellOfficersAsync(officers, NoticeKind.ListingExpiring, withoutPeople.Count(l => l.ValidUntil == last), "条供需一周后到期", "/listings?endsWithin=7", today, cancellation);
        return Outcome<Result>.Done(new(over.Count, told));
    }

    /// <summary>The firm's own people, once for each end: who renews is told again before the next. Firms that have none here fall to the officers.</summary>
    private async Task<int> TellOwnAsync(Listing listing, NoticeKind kind, string what, string then, List<Listing> withoutPeople, CancellationToken cancellation)
    {
        var own = listing.OrganisationId is { } firm ? await people.OfOrganisationsAsync([firm], cancellation) : [];
        if (own.Count == 0) withoutPeople.Add(listing);
        foreach (var person in own.Where(p => p.DistrictId == Actor.WriteDistrict))
            await notices.TellAsync(new(person.UserId, kind, $"“{listing.Title}”{what}", then, $"/listings/{listing.Id}", listing.Id, $"{kind}:{listing.Id}:{listing.ValidUntil:yyyyMMdd}"), cancellation);
        return own.Count;
    }

    /// <summary>The secretaries of the district: one notice a day, whatever the number.</summary>
    private async Task<int> TellOfficersAsync(IReadOnlyList<PeopleOf.Holder> officers, NoticeKind kind, int count, string what, string href, DateOnly today, CancellationToken cancellation)
    {
        if (count == 0) return 0;
        foreach (var officer in officers.Where(o => o.DistrictId == Actor.WriteDistrict))
            await notices.TellAsync(new(officer.UserId, kind, $"{count} {what}", "这些企业还没有平台账号；请问问是否续期，或已经对接成功。", href, null, $"{kind}:{today:yyyyMMdd}"), cancellation);
        return officers.Count;
    }
}

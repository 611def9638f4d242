using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>One introduction: how far it is, what each side said, and what the actor may do. Contacts: for the people of the two firms, while both consents stand.</summary>
public sealed class ShowIntroduction(UseCaseContext context, FirmDirectory firms, ListingSnapshots listings, ListingQuestions questions, PersonNames people, Telephones telephones, LedgerTimeline timeline) : Show<ShowIntroduction.Input, ShowIntroduction.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required string Product { get; init; }
        public required IntroductionStage Stage { get; init; }

        /// <summary>等买方同意 5 天; null when nothing is waited for.</summary>
        public string? WaitsFor { get; init; }
        public required Side Seller { get; init; }
        public required Side Buyer { get; init; }
        public Subject? Listing { get; init; }

        /// <summary>The firm that offered itself; null when an officer suggested it.</summary>
        public Guid? StartedByOrganisation { get; init; }

        /// <summary>When each step was taken, UTC.</summary>
        public required DateTime StartedAt { get; init; }
        public DateTime? OfferedAt { get; init; }
        public DateTime? ConsentedAt { get; init; }
        public DateTime? TalkingAt { get; init; }
        public DateTime? DealAt { get; init; }
        public DateTime? DeclinedAt { get; init; }
        public DateTime? WithdrawnAt { get; init; }
        public Guid? DealId { get; init; }
        public IntroductionSide? DeclinedBy { get; init; }

        /// <summary>Null for those who may not read it.</summary>
        public string? Reason { get; init; }
        public IntroductionSide? WithdrawnBy { get; init; }

        /// <summary>Both consented and neither took it back.</summary>
        public required bool AreContactsShown { get; init; }

        /// <summary>The side of the own firm; null for officers.</summary>
        public IntroductionSide? OwnSide { get; init; }
        public required bool MayConsent { get; init; }
        public required bool MayDecline { get; init; }
        public required bool MayWithdraw { get; init; }
        public required bool MayTalk { get; init; }
        public required bool MayRemind { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];

        public Side Of(IntroductionSide side) => side == IntroductionSide.Seller ? Seller : Buyer;
    }

    /// <param name="ConsentedAt">UTC; null: not yet.</param>
    /// <param name="ConsentedBy">For the own side and for officers.</param>
    /// <param name="Contact">Whom to call; for the people of the two firms, while both consents stand.</param>
    public sealed record Side(Guid FirmId, string Name, DateTime? ConsentedAt, string? ConsentedBy, Contact? Contact);

    public sealed record Contact(string Name, string Telephone);

    /// <summary>The listing it is about: what it said then, and whether it says so still.</summary>
    /// <param name="Version">Of today; null when it is gone. Consent to a changed listing needs it.</param>
    /// <param name="ChangedAt">UTC; null when it was not changed since.</param>
    /// <param name="IsOpen">It stands today.</param>
    /// <param name="MayOpen">The actor sees the listing itself.</param>
    public sealed record Subject(Guid Id, Guid? Version, string Title, decimal? Quantity, string? Unit, DateTime? ChangedAt, bool IsOpen, bool MayOpen);

    public override Access Access => Access.Needs(IntroductionsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var found = await Db.Set<Introduction>().AsNoTracking().SeenBy(Actor).FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (found is null) return null;
        var own = Actor.SideIn(found);
        var names = await firms.Firms().Where(f => f.Id == found.SellerId || f.Id == found.BuyerId).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var persons = await people.KnownAsync([.. new[] { found.SellerConsentedBy, found.BuyerConsentedBy }.OfType<Guid>()], cancellation);
        var contacts = own is null || !found.AreContactsShown ? [] : await Db.Set<IntroductionContact>().AsNoTracking().Where(c => c.IntroductionId == found.Id).ToListAsync(cancellation);
        var guides = Actor.MayGuide(found) && found.DistrictId == Actor.WriteDistrict;
        return new View
        {
            Id = found.Id,
            Version = found.Version,
            Product = found.Product,
            Stage = found.Stage,
            WaitsFor = IntroductionWords.WaitsFor(found.Stage, found.SellerConsentedAt is not null) is { } whom ? IntroductionWords.WithDays(whom, ChinaTime.Today(Now).DayNumber - ChinaTime.Today(found.MovedAt).DayNumber) : null,
            Seller = SideOf(IntroductionSide.Seller),
            Buyer = SideOf(IntroductionSide.Buyer),
            Listing = await SubjectAsync(found, cancellation),
            StartedByOrganisation = found.StartedByOrganisation,
            StartedAt = found.StartedAt,
            OfferedAt = found.OfferedAt,
            ConsentedAt = found.ConsentedAt,
            TalkingAt = found.TalkingAt,
            DealAt = found.DealAt,
            DeclinedAt = found.DeclinedAt,
            WithdrawnAt = found.WithdrawnAt,
            DealId = found.DealId,
            DeclinedBy = found.DeclinedBy,
            Reason = found is { Reason: { } reason, DeclinedBy: { } decliner } && Actor.MayReadReason(found.IsReasonTold, found.FirmOf(decliner)) ? ListExport.Words(reason) + (found.ReasonText is null ? "" : $"：{found.ReasonText}") : null,
            WithdrawnBy = found.WithdrawnBy,
            AreContactsShown = found.AreContactsShown,
            OwnSide = own,
            MayConsent = own is { } asked && found.IsUnanswered && found.ConsentedAtOf(asked) is null,
            MayDecline = own is { } invited && found.IsOpen && (found.Stage != IntroductionStage.Offered || found.ConsentedAtOf(invited) is null),
            MayWithdraw = own is { } given ? found.ConsentedAtOf(given) is not null && found.WithdrawnAt is null && (found.IsOpen || found.Stage == IntroductionStage.Deal) : guides && found is { StartedByOrganisation: null, IsUnanswered: true },
            MayTalk = own is not null && found.Stage == IntroductionStage.Consented,
            MayRemind = guides && own is null && found.IsOpen && (found.RemindedAt is not { } last || ChinaTime.Today(last) != ChinaTime.Today(Now)),
            Timeline = [.. (await timeline.OfAsync(found.Id, cancellation)).Select(line => IntroductionTimeline.For(line, own))],
        };

        Side SideOf(IntroductionSide side)
        {
            var contact = contacts.Find(c => c.Side == side);
            return new(found.FirmOf(side), names.GetValueOrDefault(found.FirmOf(side)) ?? "已移出名册的企业", found.ConsentedAtOf(side),
                own is null || own == side ? found.ConsentedByOf(side) is { } by ? persons.GetValueOrDefault(by) : null : null,
                contact is null ? null : new(contact.Name, telephones.Open(contact.Phone)!));
        }
    }

    private async Task<Subject?> SubjectAsync(Introduction introduction, CancellationToken cancellation)
    {
        if (introduction.ListingId is not { } id) return null;
        var now = await listings.FindAsync(id, cancellation);
        return new(id, now?.Version, introduction.ListingTitle ?? "", introduction.Quantity, introduction.Unit, now is not null && now.Version != introduction.ListingVersion ? now.UpdatedAt : null, now?.IsOpen == true,
            now is not null && await questions.FindAsync(id, cancellation) is not null);
    }
}

using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm says for itself that it wants to, and whom the other may call. By its own people alone; of the two consents one person gives at most one.</summary>
public sealed class ConsentIntroduction(UseCaseContext context, ListingSnapshots listings, FirmContacts contacts, Telephones telephones, IntroductionNotices notices) : IntroductionCommand<ConsentIntroduction.Input>(context)
{
    public sealed class Input : IntroductionContactForm, IIntroductionInput
    {
        public Guid Id { get; set; }

        /// <summary>May be left out: what one consents to does not change by the other side's consent.</summary>
        public Guid? Version { get; set; }

        /// <summary>The version of the listing that was read. Needed where it was changed since the introduction began.</summary>
        public Guid? ListingVersion { get; set; }
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Answer);

    protected override async Task<Outcome<Guid>?> DoAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        if (SideIn(introduction, input.SpeaksFor) is not { } side) return OnlyFirms();
        if (introduction.ConsentedAtOf(side) is not null) return Outcome<Guid>.Refused($"贵企业已经同意过了，现在{ListExport.Words(introduction.Stage)}。");
        if (!introduction.IsUnanswered) return Outcome<Guid>.Refused($"这次对接{ListExport.Words(introduction.Stage)}，不能再同意；仍想对接请重新提出。");
        if (Actor.UserId is { } person && introduction.ConsentedByOf(Introduction.Other(side)) == person)
            return Outcome<Guid>.Refused("您已代表另一方同意过；双方的同意必须由两个人分别作出，请由本企业的其他负责人答复。");
        if (await StaleAsync(introduction, input, cancellation) is { } stale) return stale;

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (await input.ReadAsync(contacts, telephones, errors, cancellation) is not { } contact) return Outcome<Guid>.Invalid(errors);
        var from = introduction.Stage;
        introduction.Consent(side, Actor.UserId, Now);
        Db.Add(IntroductionContact.Of(introduction, side, contact.Name, contact.Phone));
        Record(introduction, side, IntroductionStep.Consented, from);
        await TellAsync(introduction, side, cancellation);
        return null;
    }

    /// <summary>The listing was changed and this person has not read what it says now.</summary>
    private async Task<Outcome<Guid>?> StaleAsync(Introduction introduction, Input input, CancellationToken cancellation)
    {
        if (introduction.ListingId is not { } id || await listings.FindAsync(id, cancellation) is not { } listing) return null;
        return (input.ListingVersion ?? introduction.ListingVersion) == listing.Version ? null
            : Outcome<Guid>.Conflict($"信息已于 {ChinaTime.DateAndTime(listing.UpdatedAt)} 修改，请先查看最新内容，再决定是否同意。");
    }

    private async Task TellAsync(Introduction introduction, IntroductionSide side, CancellationToken cancellation)
    {
        var both = introduction.Stage == IntroductionStage.Consented;
        await notices.TellAsync(introduction, Introduction.Other(side), other => both
            ? ($"{other}同意对接：{introduction.Product}", "双方都已同意，可以看到对方的联系方式了，请尽快联系。")
            : ($"{other}想与贵企业对接：{introduction.Product}", "同意后双方互见联系方式；不合适可以婉拒。"), "consent", cancellation);
        await notices.TellStarterAsync(introduction, $"{(both ? "双方都已" : $"{ListExport.Words(side)}已")}同意对接：{introduction.Product}", both ? "双方已互见联系方式。" : "等另一方答复。", $"consent:{side}", cancellation);
    }
}

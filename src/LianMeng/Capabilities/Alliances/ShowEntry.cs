using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>One entry of a register, for those inside the alliance and for its owner.</summary>
public sealed class ShowEntry(UseCaseContext context, FirmDirectory firms, PersonNames people, MandateBook mandates, LeftEntries left, LedgerTimeline timeline) : Show<ShowEntry.Input, ShowEntry.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required Guid AllianceId { get; init; }
        public required string Alliance { get; init; }
        public required RegisterKind Kind { get; init; }
        public required string Title { get; init; }
        public string? Text { get; init; }
        public Guid? OwnerOrganisationId { get; init; }
        public string? Organisation { get; init; }
        public Guid? OwnerId { get; init; }
        public string? Person { get; init; }

        /// <summary>Its owner holds no post any more.</summary>
        public required bool NeedsHandOver { get; init; }
        public DateOnly? Deadline { get; init; }
        public required bool IsOverdue { get; init; }
        public required RegisterState State { get; init; }
        public string? DoneText { get; init; }
        public string? Evidence { get; init; }
        public required DateOnly RaisedOn { get; init; }
        public DateOnly? StruckOffOn { get; init; }
        public required bool MayAct { get; init; }
        public required bool MayFinish { get; init; }

        /// <summary>Who may be its owner.</summary>
        public IReadOnlyList<ShowMembership.Person> People { get; init; } = [];
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public override Access Access => Access.Needs(AlliancesCapability.Registers);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var entry = await Db.Set<RegisterEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == input.Id, cancellation);
        if (entry is null || !Actor.SeesEntry(entry)) return null;
        var alliance = await Db.Set<Alliance>().AsNoTracking().SingleAsync(a => a.Id == entry.AllianceId, cancellation);
        var mine = alliance.DistrictId == Actor.WriteDistrict && alliance.State != Public.AllianceState.Dissolved;
        var acts = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Act);
        var holding = await mandates.HeldNow(alliance.Id).Select(m => new ShowMembership.Person(m.UserId, m.Name)).ToListAsync(cancellation);
        return new View
        {
            Id = entry.Id,
            Version = entry.Version,
            AllianceId = alliance.Id,
            Alliance = alliance.Name,
            Kind = entry.Kind,
            Title = entry.Title,
            Text = entry.Text,
            OwnerOrganisationId = entry.OwnerOrganisationId,
            Organisation = entry.OwnerOrganisationId is { } organisation ? (await firms.FindAsync(organisation, cancellation))?.Name ?? "（已移出名册）" : null,
            OwnerId = entry.OwnerId,
            Person = entry.OwnerId is { } owner ? (await people.KnownAsync([owner], cancellation)).GetValueOrDefault(owner) : null,
            NeedsHandOver = await left.All().AnyAsync(e => e.Id == entry.Id, cancellation),
            Deadline = entry.Deadline,
            IsOverdue = entry.IsOverdue(ChinaTime.Today(Now)),
            State = entry.State,
            DoneText = entry.DoneText,
            Evidence = entry.Evidence,
            RaisedOn = entry.RaisedOn,
            StruckOffOn = entry.StruckOffOn,
            MayAct = acts,
            MayFinish = mine && (acts || Actor.OwnsEntry(entry)) && entry.State == RegisterState.Open,
            People = acts ? [.. holding.Distinct()] : [],
            Timeline = await timeline.OfAsync(entry.Id, cancellation),
        };
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>交接单 of a term: what the chair that goes hands to the one that comes — open difficulties, promises and actions, and what is due.</summary>
public sealed class ShowHandover(UseCaseContext context, FirmDirectory firms, AllianceBoard board, MemberRows members) : Show<ShowHandover.Input, ShowHandover.View>(context)
{
    public sealed class Input
    {
        /// <summary>The term that ends.</summary>
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid AllianceId { get; init; }
        public required string Alliance { get; init; }
        public required string From { get; init; }
        public required DateOnly Begins { get; init; }
        public required DateOnly Ends { get; init; }

        /// <summary>The next chair; null while nobody accepted.</summary>
        public string? To { get; init; }
        public required int Members { get; init; }
        public required IReadOnlyList<Entry> Entries { get; init; }
        public required IReadOnlyList<string> Due { get; init; }
        public required DateOnly Today { get; init; }
    }

    public sealed record Entry(RegisterKind Kind, string Title, string Owner, DateOnly? Deadline, RegisterState State, string? DoneText);

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var term = await Db.Set<ChairTerm>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == input.Id, cancellation);
        if (term is null) return null;
        var next = (await Db.Set<ChairTerm>().AsNoTracking().Where(t => t.AllianceId == term.AllianceId).ToListAsync(cancellation)).NextAfter(term);
        if (!Actor.SeesSheet(term, next)) return null;
        var alliance = await Db.Set<Alliance>().AsNoTracking().SingleAsync(a => a.Id == term.AllianceId, cancellation);
        var entries = await Db.Set<RegisterEntry>().AsNoTracking().Where(e => e.AllianceId == term.AllianceId && e.State != RegisterState.StruckOff).OrderBy(e => e.Deadline ?? DateOnly.MaxValue).ThenBy(e => e.Id).ToListAsync(cancellation);
        var ids = entries.Select(e => e.OwnerOrganisationId).OfType<Guid>().Append(term.OrganisationId).Append(next?.OrganisationId ?? Guid.Empty).Distinct().ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var holders = (await board.HoldersAsync([alliance.Id], cancellation))[alliance.Id];
        return new View
        {
            Id = term.Id,
            AllianceId = alliance.Id,
            Alliance = alliance.Name,
            From = names.GetValueOrDefault(term.OrganisationId, "（已移出名册）"),
            Begins = term.From,
            Ends = term.To,
            To = next is null ? null : names.GetValueOrDefault(next.OrganisationId),
            Members = await members.All().CountAsync(m => m.AllianceId == alliance.Id && m.IsPresent, cancellation),
            Entries = [.. entries.OrderBy(e => e.Kind).ThenBy(e => e.Deadline ?? DateOnly.MaxValue).Select(e => new Entry(e.Kind, e.Title, e.OwnerOrganisationId is { } owner ? names.GetValueOrDefault(owner, "—") : "委员会", e.Deadline, e.State, e.DoneText))],
            Due = [.. (await board.LinesAsync(alliance, holders, cancellation)).Where(l => l.Tier == AllianceTier.Committee && l.Href != $"/alliances/{alliance.Id}/registers").Select(l => l.Text)],
            Today = ChinaTime.Today(Now),
        };
    }
}

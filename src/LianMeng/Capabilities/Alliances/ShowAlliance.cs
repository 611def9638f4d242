using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>An alliance's home: 1+1+1, figures, what each tier has to do, what it was founded by and runs on.</summary>
public sealed class ShowAlliance(UseCaseContext context, AllianceBoard board, MemberRows members, ChainBackbones backbones, LedgerTimeline timeline, FirmDirectory firms) : Show<ShowAlliance.Input, ShowAlliance.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }

        /// <summary>Null for those who may not change it.</summary>
        public Guid? Version { get; init; }
        public required AllianceKind Kind { get; init; }
        public required string Name { get; init; }
        public required string District { get; init; }
        public required IReadOnlyList<Chain> Chains { get; init; }

        /// <summary>GB/T 2260 code.</summary>
        public string? Region { get; init; }
        public string? RegionName { get; init; }
        public string? Aim { get; init; }
        public required AllianceState State { get; init; }
        public required string StateReason { get; init; }
        public required DateOnly StateSince { get; init; }
        public required AllianceBoard.OneOneOne Holders { get; init; }
        public required int Members { get; init; }

        /// <summary>涵盖.</summary>
        public required int Covered { get; init; }

        /// <summary>有效覆盖.</summary>
        public required int Effective { get; init; }

        /// <summary>What waits, by tier; only for those who see its inside.</summary>
        public IReadOnlyList<AllianceBoard.Line> Lines { get; init; } = [];
        public IReadOnlyList<Approval> Approvals { get; init; } = [];
        public Guarantee? Runs { get; init; }

        /// <summary>It is seen from inside: registers, reviews, history.</summary>
        public required bool Inside { get; init; }
        public required bool MayFound { get; init; }
        public required bool MayAct { get; init; }
        public required bool MayRemind { get; init; }

        /// <summary>The actor's own firm in it.</summary>
        public Guid? OwnMembershipId { get; init; }
        public MembershipState? OwnState { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    /// <summary>An alliance's whole history is in the ledger; its home shows the latest.</summary>
    private const int RecentLines = 12;

    /// <summary>Records of a line; what touches more (all members of a dissolved alliance) is not about one of them.</summary>
    private const int MostNamed = 4;

    public sealed record Chain(string Key, string Title);

    public sealed record Approval(Guid Id, string Body, string DocumentNumber, DateOnly Date, int Named);

    public sealed record Guarantee(Guid Version, string? Funds, string? Venue, string? Staff, string? Rules);

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var alliance = await Db.Set<Alliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == input.Id, cancellation);
        if (alliance is null) return null;
        var inside = Actor.MayIn(alliance.Id, AlliancesCapability.Oversee);
        var mine = alliance.DistrictId == Actor.WriteDistrict && alliance.State != AllianceState.Dissolved;
        var mayFound = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Found);
        var holders = (await board.HoldersAsync([alliance.Id], cancellation))[alliance.Id];
        var rows = members.All().Where(m => m.AllianceId == alliance.Id);
        var own = Actor.OrganisationId is { } firm ? await Db.Set<Membership>().AsNoTracking().Where(m => m.AllianceId == alliance.Id && m.LiveOrganisationId == firm).Select(m => new { m.Id, m.State }).FirstOrDefaultAsync(cancellation) : null;
        return new View
        {
            Id = alliance.Id,
            Version = mayFound ? alliance.Version : null,
            Kind = alliance.Kind,
            Name = alliance.Name,
            District = await Db.Set<District>().Where(d => d.Id == alliance.DistrictId).Select(d => d.Name).SingleAsync(cancellation),
            Chains = [.. alliance.ChainKeys.Select(key => new Chain(key, backbones.Find(key)?.Title ?? key))],
            Region = alliance.RegionCode,
            RegionName = alliance.RegionCode is { } code ? Region.Find(code)?.Current.Name ?? code : null,
            Aim = alliance.Aim,
            State = alliance.State,
            StateReason = alliance.StateReason,
            StateSince = alliance.StateSince,
            Holders = holders,
            Members = await rows.CountAsync(m => m.IsPresent, cancellation),
            Covered = await rows.CountAsync(m => m.IsCovered, cancellation),
            Effective = await rows.CountAsync(m => m.IsEffective, cancellation),
            Lines = inside ? await board.LinesAsync(alliance, holders, cancellation) : [],
            Approvals = await Db.Set<FoundingApproval>().AsNoTracking().Where(a => a.AllianceId == alliance.Id).OrderBy(a => a.Date)
                .Select(a => new Approval(a.Id, a.Body, a.DocumentNumber, a.Date, Db.Set<Membership>().Count(m => m.ApprovalId == a.Id))).ToListAsync(cancellation),
            Runs = inside ? await Db.Set<OperatingGuarantee>().AsNoTracking().Where(g => g.Id == alliance.Id).Select(g => new Guarantee(g.Version, g.Funds, g.Venue, g.Staff, g.Rules)).FirstOrDefaultAsync(cancellation) : null,
            Inside = inside,
            MayFound = mayFound,
            MayAct = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Act),
            MayRemind = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Remind),
            OwnMembershipId = own?.Id,
            OwnState = own?.State,
            Timeline = inside ? await TimelineAsync(alliance.Id, cancellation) : [],
        };
    }

    /// <summary>An alliance's history is mostly its members': a line without the firm's name says little.</summary>
    private async Task<IReadOnlyList<LedgerTimeline.Line>> TimelineAsync(Guid id, CancellationToken cancellation)
    {
        var lines = (await timeline.OfAsync(id, cancellation)).Take(RecentLines).ToList();
        var subjects = lines.Where(l => l.Subjects.Count <= MostNamed).SelectMany(l => l.Subjects).Distinct().ToList();
        var names = await firms.Firms().Where(f => subjects.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return lines.ConvertAll(l => l.Subjects.Count <= MostNamed && l.Subjects.FirstOrDefault(names.ContainsKey) is var firm && firm != Guid.Empty ? l with { Words = $"{names[firm]} · {l.Words}" } : l);
    }
}

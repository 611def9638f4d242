using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>One link: what each side says, what holds, and what the actor may answer.</summary>
public sealed class ShowSupplyLink(UseCaseContext context, FirmDirectory firms, PersonNames people, LedgerTimeline timeline) : Show<ShowSupplyLink.Input, ShowSupplyLink.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }

        /// <summary>Null for those who may not answer.</summary>
        public Guid? Version { get; init; }
        public required Firm Seller { get; init; }
        public required Firm Buyer { get; init; }
        public required string Product { get; init; }
        public required SupplyLinkState State { get; init; }

        /// <summary>What holds; empty while the two differ.</summary>
        public required SupplyFigures Figures { get; init; }
        public required IReadOnlyList<Statement> Statements { get; init; }
        public SupplySide? DeniedBy { get; init; }

        /// <summary>UTC.</summary>
        public DateTime? DeniedAt { get; init; }
        public string? Denial { get; init; }
        public required bool MayAnswer { get; init; }

        /// <summary>The side of the own firm; null for officers, who name one.</summary>
        public SupplySide? OwnSide { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];

        public Statement? Of(SupplySide side) => Statements.FirstOrDefault(s => s.Side == side);
    }

    public sealed record Firm(Guid Id, string Name);

    /// <param name="At">UTC.</param>
    /// <param name="OnBehalf">代录.</param>
    public sealed record Statement(SupplySide Side, SupplyFigures Figures, DateTime At, string? By, bool OnBehalf);

    public override Access Access => Access.Needs(SupplyLinksCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var link = await Db.Links().AsNoTracking().SeenBy(Actor).FirstOrDefaultAsync(l => l.Id == input.Id, cancellation);
        if (link is null) return null;
        var known = await firms.Firms().Where(f => f.Id == link.SellerId || f.Id == link.BuyerId).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var names = await people.KnownAsync([.. link.Statements.Select(s => s.EnteredBy).OfType<Guid>().Distinct()], cancellation);
        var mayAnswer = Actor.MaySpeak(link);
        return new View
        {
            Id = link.Id,
            Version = mayAnswer ? link.Version : null,
            Seller = Named(link.SellerId),
            Buyer = Named(link.BuyerId),
            Product = link.Product,
            State = link.State,
            Figures = new(link.Quantity, link.Unit, link.Value, link.Year),
            Statements = [.. link.Statements.OrderBy(s => s.Side).Select(s => new Statement(s.Side, s.Figures, s.At, s.EnteredBy is { } by ? names.GetValueOrDefault(by) : null, s.OnBehalf))],
            DeniedBy = link.DeniedBy,
            DeniedAt = link.DeniedAt,
            Denial = link.Denial,
            MayAnswer = mayAnswer,
            OwnSide = link.SideOf(Actor.OrganisationId),
            Timeline = await timeline.OfAsync(link.Id, cancellation),
        };

        Firm Named(Guid id) => new(id, known.GetValueOrDefault(id) ?? "已移出名册的企业");
    }
}

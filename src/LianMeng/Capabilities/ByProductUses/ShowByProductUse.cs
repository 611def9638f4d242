using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>One use. Values and costs, and the timeline, only for the firm and its officers.</summary>
public sealed class ShowByProductUse(UseCaseContext context, FirmDirectory firms, LedgerTimeline timeline) : Show<ShowByProductUse.Input, ShowByProductUse.View>(context)
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
        public required Guid OrganisationId { get; init; }
        public required string Organisation { get; init; }
        public required IReadOnlyList<string> Products { get; init; }
        public required decimal Capacity { get; init; }
        public string? Specification { get; init; }
        public required bool SeesPrices { get; init; }
        public decimal? Value { get; init; }
        public decimal? Yield { get; init; }
        public decimal? Treatment { get; init; }
        public required IReadOnlyList<Right> Rights { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required bool MayChange { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    /// <param name="OnlyFrom">Point to point: the one supplier.</param>
    /// <param name="IsOver">Its last day is past.</param>
    public sealed record Right(Guid Id, HazardousRightKind Basis, string Code, string Evidence, string? OnlyFrom, DateOnly? ValidUntil, bool IsOver);

    public override Access Access => Access.Needs(ByProductUsesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var use = await Db.Set<ByProductUse>().AsNoTracking().Include(u => u.Rights).FirstOrDefaultAsync(u => u.Id == input.Id && u.WithdrawnAt == null, cancellation);
        if (use is null) return null;
        var ids = use.Rights.Select(r => r.OnlyFromId).OfType<Guid>().Append(use.OrganisationId).ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var (sees, mayChange, today) = (Actor.SeesPrices(use.OrganisationId), Actor.MayKeep(use), ChinaTime.Today(Now));
        return new View
        {
            Id = use.Id,
            Version = mayChange ? use.Version : null,
            OrganisationId = use.OrganisationId,
            Organisation = names.GetValueOrDefault(use.OrganisationId) ?? "已移出名册的企业",
            Products = use.Products,
            Capacity = use.Capacity,
            Specification = use.Specification,
            SeesPrices = sees,
            Value = sees ? use.Value : null,
            Yield = sees ? use.Yield : null,
            Treatment = sees ? use.Treatment : null,
            Rights = [.. use.Rights.OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Id)
                .Select(r => new Right(r.Id, r.Basis, r.Code, r.Evidence, r.OnlyFromId is { } from ? names.GetValueOrDefault(from) ?? "已移出名册的企业" : null, r.ValidUntil, r.ValidUntil < today))],
            UpdatedAt = use.UpdatedAt,
            MayChange = mayChange,
            Timeline = sees ? await timeline.OfAsync(use.Id, cancellation) : [],
        };
    }
}

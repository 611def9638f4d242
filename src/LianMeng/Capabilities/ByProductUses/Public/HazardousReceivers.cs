using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.ByProductUses.Public;

/// <summary>Who may take which hazardous code, within the actor's read districts: by a permit or a recorded exemption that holds.</summary>
public sealed class HazardousReceivers(AppDb db)
{
    public sealed record Right
    {
        /// <summary>The receiver.</summary>
        public required Guid OrganisationId { get; init; }

        /// <summary>As the national list writes it.</summary>
        public required string Code { get; init; }

        /// <summary>Point to point: only from this firm; null from anybody.</summary>
        public required Guid? OnlyFromId { get; init; }
    }

    /// <param name="today">in China: what ran out is no right</param>
    public IQueryable<Right> On(DateOnly today)
        => db.Set<ByProductUse>().AsNoTracking().Where(use => use.WithdrawnAt == null)
            .SelectMany(use => use.Rights, (use, right) => new { use.OrganisationId, right.Code, right.OnlyFromId, right.ValidUntil })
            .Where(r => r.ValidUntil == null || r.ValidUntil >= today).Select(r => new Right { OrganisationId = r.OrganisationId, Code = r.Code, OnlyFromId = r.OnlyFromId });

    /// <summary>The firms that may take it from this supplier.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(string code, Guid? supplier, DateOnly today, CancellationToken cancellation)
        => (await On(today).Where(r => r.Code == code && (r.OnlyFromId == null || r.OnlyFromId == supplier)).Select(r => r.OrganisationId).ToListAsync(cancellation)).ToHashSet();
}

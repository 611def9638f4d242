using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>Counts of the register's enterprises within the actor's scope: departments, banks and the like are no firms. Those that await their code are in no figure but their own.</summary>
public sealed class RegisterFigures(AppDb db)
{
    public sealed record Counts(int Firms, int AwaitingCode, int WithoutProducts, int SizeUnknown);

    /// <param name="Stale">enterprises with a detail older than that</param>
    /// <param name="Requests">changes that firms asked for and nobody decided</param>
    /// <param name="Expiring">organisations with a qualification that ends soon or ended</param>
    public sealed record Upkeep(int Stale, int Requests, int Expiring);

    public async Task<Counts> CountAsync(CancellationToken cancellation)
    {
        var firms = Enterprises;
        return new(
            await firms.CountAsync(o => o.Uscc != null, cancellation),
            await firms.CountAsync(o => o.Uscc == null, cancellation),
            await firms.CountAsync(o => !o.Products.Any(p => p.Role == ProductRole.Makes), cancellation),
            await firms.CountAsync(o => o.Size == Engine.Standards.SizeClass.Unknown, cancellation));
    }

    private IQueryable<Organisation> Enterprises => db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Enterprise);

    /// <summary>Firms that were registered, changed or imported since, and when the last was (UTC; null when none).</summary>
    public async Task<(int Firms, DateTime? Latest)> ChangedSinceAsync(DateTime since, CancellationToken cancellation)
    {
        var changed = Enterprises.Where(o => o.UpdatedAt > since);
        return (await changed.CountAsync(cancellation), await changed.MaxAsync(o => (DateTime?)o.UpdatedAt, cancellation));
    }

    /// <summary>What waits for those who keep the register.</summary>
    /// <param name="staleBefore">UTC</param>
    /// <param name="expiringUntil">a day in China</param>
    public async Task<Upkeep> UpkeepAsync(DateTime staleBefore, DateOnly expiringUntil, CancellationToken cancellation) => new(
        await Enterprises.CountAsync(o => o.OldestAt < staleBefore, cancellation),
        await db.Set<OrganisationChangeRequest>().CountAsync(r => r.State == ChangeRequestState.Pending, cancellation),
        await db.Set<Organisation>().CountAsync(o => o.Qualifications.Any(q => q.ValidUntil <= expiringUntil), cancellation));

    /// <summary>When everything of a firm was last confirmed (UTC), and which of its qualifications end until that day in China, or ended.</summary>
    public async Task<(DateTime? ConfirmedAt, IReadOnlyList<string> Expiring)> OwnUpkeepAsync(Guid organisationId, DateOnly expiringUntil, CancellationToken cancellation)
    {
        var confirmed = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == organisationId).Select(o => o.ConfirmedAt).FirstOrDefaultAsync(cancellation);
        return (confirmed, await db.Set<OrganisationQualification>().AsNoTracking().Where(q => q.OrganisationId == organisationId && q.ValidUntil <= expiringUntil).OrderBy(q => q.ValidUntil).Select(q => q.Name).ToListAsync(cancellation));
    }

    /// <summary>The firm of an enterprise manager: its name and what it buys.</summary>
    public async Task<(string Name, IReadOnlyList<string> Buys)?> OwnAsync(Guid organisationId, CancellationToken cancellation)
    {
        var firm = await db.Set<Organisation>().AsNoTracking().Include(o => o.Products).FirstOrDefaultAsync(o => o.Id == organisationId, cancellation);
        return firm is null ? null : (firm.Name, [.. firm.ProductsOf(ProductRole.Buys)]);
    }
}

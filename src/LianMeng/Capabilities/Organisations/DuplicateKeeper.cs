using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// Keeps the candidate keys in step with the names, in the very save that changes a name: whoever registers, renames, merges or
/// removes a firm need not think of them.
/// </summary>
internal sealed class DuplicateKeeper : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not AppDb db) return result;
        // The save has looked for changes already, and will again: with thousands of rows each look costs.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await KeepAsync(db, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }

        return result;
    }

    private static async Task KeepAsync(AppDb db, CancellationToken cancellation)
    {
        var changed = new Dictionary<Guid, Organisation>();
        foreach (var entry in db.ChangeTracker.Entries<Organisation>().ToList())
        {
            if (entry.State == EntityState.Added)
                db.AddRange(KeysOf(entry.Entity, entry.Entity.Formers.Where(f => f.Kind == FormerIdentityKind.Name).Select(f => f.Text)).Select(key => new DuplicateKey(entry.Entity.Id, entry.Entity.DistrictId, key)));
            else if (entry.State == EntityState.Modified && (entry.Property(o => o.Name).IsModified || entry.Property(o => o.RegionCode).IsModified || entry.Property(o => o.RemovedAt).IsModified))
                changed[entry.Entity.Id] = entry.Entity;
        }

        // a former name that comes or goes with nothing else: its organisation is tracked beside it
        var formers = db.ChangeTracker.Entries<FormerIdentity>().Where(e => e.State is EntityState.Added or EntityState.Deleted).ToList();
        foreach (var entry in formers)
        {
            var id = entry.Property(f => f.OrganisationId).CurrentValue;
            if (db.ChangeTracker.Entries<Organisation>().FirstOrDefault(e => e.Entity.Id == id && e.State is EntityState.Unchanged or EntityState.Modified) is { } firm) changed[id] = firm.Entity;
        }

        if (changed.Count == 0) return;
        var ids = changed.Keys.ToList();
        var stored = (await db.Set<DuplicateKey>().Where(k => ids.Contains(k.OrganisationId)).ToListAsync(cancellation)).ToLookup(k => k.OrganisationId);
        var known = await db.Set<FormerIdentity>().AsNoTracking().Where(f => ids.Contains(f.OrganisationId) && f.Kind == FormerIdentityKind.Name).Select(f => new { f.Id, f.OrganisationId, f.Text }).ToListAsync(cancellation);
        var gone = formers.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.Id).ToHashSet();
        foreach (var (id, firm) in changed)
        {
            var names = known.Where(f => f.OrganisationId == id && !gone.Contains(f.Id)).Select(f => f.Text)
                .Concat(formers.Where(e => e.State == EntityState.Added && e.Entity.Kind == FormerIdentityKind.Name && e.Property(f => f.OrganisationId).CurrentValue == id).Select(e => e.Entity.Text));
            var wanted = firm.RemovedAt is null ? KeysOf(firm, names) : new HashSet<long>();
            db.RemoveRange(stored[id].Where(k => !wanted.Contains(k.Key)));
            var have = stored[id].Select(k => k.Key).ToHashSet();
            db.AddRange(wanted.Where(key => !have.Contains(key)).Select(key => new DuplicateKey(id, firm.DistrictId, key)));
        }
    }

    private static IReadOnlySet<long> KeysOf(Organisation firm, IEnumerable<string> formerNames)
        => DuplicateKeys.Of(FirmProfile.Of(new(firm.Name) { RegionCode = firm.RegionCode, FormerNames = [.. formerNames] }));
}

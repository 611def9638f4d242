using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What everybody of a district may know of its firms: name, code, place. No contacts, no figures, no purchases.</summary>
public sealed class OrganisationCards(AppDb db)
{
    /// <summary>What firms buy, and their figures and contacts.</summary>
    public static Permission PrivateNeeds => OrganisationsCapability.ReadPrivate;

    public sealed record Card(Guid Id, string Name, string? Uscc, string? RegionCode, string? Park)
    {
        public string? Place => RegionCode is { } code && Region.Find(code) is { } region ? region.Current.ShortName + (Park is null ? "" : $" · {Park}") : Park;
    }

    public async Task<IReadOnlyList<Card>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        => await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id))
            .Select(o => new Card(o.Id, o.Name, o.Uscc, o.RegionCode, o.Park)).ToListAsync(cancellation);

    /// <summary>Firms whose name, code or initials contain the word.</summary>
    public IQueryable<Guid> Named(string word)
    {
        var typed = word.Trim().ToLowerInvariant();
        return db.Set<Organisation>().AsNoTracking().Where(o => o.SearchText.Contains(typed)).OrderBy(o => o.Id).Select(o => o.Id);
    }

    /// <summary>Does the whole city know of this firm?</summary>
    public Task<bool> IsPublishedAsync(Guid id, CancellationToken cancellation) => db.Set<OrganisationCard>().AsNoTracking().AnyAsync(c => c.Id == id, cancellation);
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>The contacts that the actor's own firm registered: to choose one where the firm tells another whom to call. Nobody else's.</summary>
public sealed class FirmContacts(AppDb db, Actor actor, Telephones telephones)
{
    /// <param name="Masked">the number, enough to recognise</param>
    public sealed record Choice(Guid Id, string? Name, string Masked, string Purpose);

    public async Task<IReadOnlyList<Choice>> OwnAsync(CancellationToken cancellation)
        => [.. (await Own().OrderBy(c => c.Position).ToListAsync(cancellation)).Select(c => new Choice(c.Id, c.Name, telephones.Masked(c.Phone)!, ListExport.Words(c.Purpose)))];

    /// <returns>name and sealed number of an own contact; null when there is none</returns>
    public async Task<(string? Name, SealedValue Phone)?> FindOwnAsync(Guid id, CancellationToken cancellation)
        => await Own().FirstOrDefaultAsync(c => c.Id == id, cancellation) is { } contact ? (contact.Name, contact.Telephone!) : null;

    private IQueryable<OrganisationContact> Own()
    {
        var own = actor.OrganisationId ?? Guid.Empty;
        return db.Set<OrganisationContact>().AsNoTracking().Where(c => c.OrganisationId == own && c.Phone != null);
    }
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>
/// What enterprises make, buy and have as by-products, with quantities and prices: <b>for calculations whose results are guarded</b> (<c>GuardedAmount</c>) and for nothing else. The rows are of all enterprises of
/// the actor's read districts, whoever the actor is, so no page, answer, export or picture may show a row or a sum that is not guarded. Firms that await their code are in no figure and not here either.
/// </summary>
public sealed class FirmLines(AppDb db)
{
    /// <summary>After so many days a line is stale.</summary>
    public static Setting StaleDays => OrganisationsCapability.StaleDays;

    /// <summary>Read one stream to its end before asking the data context anything else: PostgreSQL answers one question at a time.</summary>
    public IAsyncEnumerable<FirmLine> AllAsync(CancellationToken cancellation) => StreamAsync(Counted, cancellation);

    /// <summary>The same of one enterprise; none when it is not of the actor's districts or awaits its code.</summary>
    public IAsyncEnumerable<FirmLine> OfAsync(Guid organisationId, CancellationToken cancellation) => StreamAsync(Counted.Where(o => o.Id == organisationId), cancellation);

    private IQueryable<Organisation> Counted => db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Enterprise && o.Uscc != null);

    private static async IAsyncEnumerable<FirmLine> StreamAsync(IQueryable<Organisation> firms, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = firms.SelectMany(o => o.Products, (o, p) => new { Line = p, o.ConfirmedAt }).OrderBy(x => x.Line.OrganisationId).ThenBy(x => x.Line.Id).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var p = row.Line;
            yield return new(
                p.Id, p.OrganisationId, p.Role switch { ProductRole.Makes => FirmLineRole.Makes, ProductRole.Buys => FirmLineRole.Buys, _ => FirmLineRole.ByProduct }, p.Name, p.Quantity, p.Unit, p.PriceLow, p.PriceHigh,
                p.BoughtFrom is { } origin ? origin == ProductOrigin.Outside : null, p.Place, p.LeadDays, p.Freight, p.Sold, WasteCodeOf(p.Code), p.Composition, p.IsGoods, p.Income,
                row.ConfirmedAt > p.EnteredAt ? row.ConfirmedAt.Value : p.EnteredAt);
        }
    }

    /// <summary>The register keeps "HW48 321-024-48"; the list's own form is the number alone.</summary>
    private static string? WasteCodeOf(string? code) => code is not null && code.StartsWith("HW", StringComparison.Ordinal) && code.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? code[(at + 1)..] : code;
}

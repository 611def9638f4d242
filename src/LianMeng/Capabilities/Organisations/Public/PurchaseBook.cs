using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What a firm buys, for other capabilities that learn of it: lines are added within the running save, with their facts.</summary>
public sealed class PurchaseBook(AppDb db, Actor actor, FactBuffer facts, TimeProvider clock)
{
    /// <summary>What whoever adds purchases needs; for which firm, <see cref="MayKeepAsync"/> says.</summary>
    public static Permission Needs => OrganisationsCapability.KeepProducts;

    /// <summary>May the actor keep this firm's purchases?</summary>
    public async Task<bool> MayKeepAsync(Guid organisationId, CancellationToken cancellation)
        => await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == organisationId, cancellation) is { } firm && (actor.MayKeep(firm) || actor.MayKeepProducts(firm));

    /// <summary>Adds those that it does not have yet. Ask <see cref="MayKeepAsync"/> before.</summary>
    /// <returns>how many were added; a problem in words when the firm has no room for more</returns>
    /// <exception cref="InvalidOperationException">The actor may not keep them.</exception>
    public async Task<(int Added, string? Problem)> AddAsync(Guid organisationId, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (!await MayKeepAsync(organisationId, cancellation)) throw new InvalidOperationException("Purchases of a firm were added by somebody who may not keep them.");
        var firm = await db.Set<Organisation>().Whole().SingleAsync(o => o.Id == organisationId, cancellation);
        var origin = new Origin(actor.OrganisationId == firm.Id ? DataSource.Firm : DataSource.Form, clock.GetUtcNow().UtcDateTime, actor.UserId);
        var added = 0;
        foreach (var name in names.Where(n => firm.Products.All(p => p.Role != ProductRole.Buys || p.Name != n)).ToList())
        {
            if (firm.WhyNotProduct(ProductRole.Buys, name) is { } problem) return (added, problem);
            var line = firm.AddProduct(ProductRole.Buys, new() { Name = name }, origin);
            facts.Add(new OrganisationLineChanged(firm.Id, OrganisationPart.Buys, LineStep.Added, line.Id, [new("产品", null, name)]));
            added++;
        }

        return (added, null);
    }
}

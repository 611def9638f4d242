using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>What the lines that both firms confirmed come to, of those that the actor sees.</summary>
public sealed class ShowSubstitutionTotals(UseCaseContext context) : Show<ShowSubstitutionTotals.Input, ShowSubstitutionTotals.View>(context)
{
    public sealed class Input
    {
        public Guid? OrganisationId { get; set; }
    }

    /// <param name="Confirmed">lines that both firms confirmed</param>
    /// <param name="Declared">lines that not both confirmed, in no total</param>
    /// <param name="Price">元 a year</param>
    /// <param name="Freight">元 a year</param>
    public sealed record View(int Confirmed, int Declared, decimal Price, decimal Freight);

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var records = Db.Set<SubstitutionRecord>().AsNoTracking().SeenBy(Actor);
        if (input.OrganisationId is { } firm) records = records.Where(r => r.BuyerId == firm || r.MakerId == firm);
        var rows = await records.Select(r => new { IsConfirmed = r.BuyerConfirmedAt != null && r.MakerConfirmedAt != null, r.PriceSaving, r.FreightSaving }).ToListAsync(cancellation);
        var confirmed = rows.Where(r => r.IsConfirmed).ToList();
        return new(confirmed.Count, rows.Count - confirmed.Count, confirmed.Sum(r => r.PriceSaving ?? 0), confirmed.Sum(r => r.FreightSaving ?? 0));
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>供应链合作伙伴: pairs of firms with a deal that both confirmed at contract stage or later within the months that are set. A pair counts once, whoever sells.</summary>
public sealed class PartnershipBook(AppDb db, Actor actor, SettingValues settings, TimeProvider clock)
{
    /// <param name="One">of the two the one with the smaller id, so that a pair is one whoever sells</param>
    internal sealed record Pair(Guid One, Guid Other, IReadOnlyList<Item> Deals);

    /// <summary>A deal of a pair; amounts in 元 that both confirmed, each of its own stage.</summary>
    internal sealed record Item(Guid SellerId, Guid BuyerId, int Reached, DateOnly On, decimal? Contract, decimal? Delivered, decimal? Paid);

    public int Months => settings.Of(DealsCapability.PartnershipMonths);

    internal async Task<IReadOnlyList<Pair>> PairsAsync(PartnershipFilter filter, CancellationToken cancellation)
    {
        var deals = db.Set<Deal>().AsNoTracking().SeenBy(actor).OfPartners(ChinaTime.Today(clock.GetUtcNow().UtcDateTime).AddMonths(-Months));
        if (filter.AllianceId is { } alliance) deals = deals.Where(d => d.AllianceId == alliance);
        if (filter.DistrictId is { } district) deals = deals.Where(d => d.DistrictId == district);
        if (filter.OrganisationId is { } firm) deals = deals.Where(d => d.SellerId == firm || d.BuyerId == firm);
        var found = await deals.OrderBy(d => d.Id).Select(d => new Item(d.SellerId, d.BuyerId, d.Reached, d.PartneredOn!.Value,
            d.Steps.Where(s => s.Stage == DealStage.Contract && s.State == DealStepState.Confirmed).Select(s => s.Amount).FirstOrDefault(),
            d.Steps.Where(s => s.Stage == DealStage.Delivered && s.State == DealStepState.Confirmed).Select(s => s.Amount).FirstOrDefault(),
            d.Steps.Where(s => s.Stage == DealStage.Paid && s.State == DealStepState.Confirmed).Select(s => s.Amount).FirstOrDefault())).ToListAsync(cancellation);
        return [.. found.GroupBy(d => d.SellerId.CompareTo(d.BuyerId) < 0 ? (One: d.SellerId, Other: d.BuyerId) : (One: d.BuyerId, Other: d.SellerId)).Select(g => new Pair(g.Key.One, g.Key.Other, [.. g]))];
    }
}

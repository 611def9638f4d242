using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>Who was introduced to whom, and how far it came: from a need and an offer of the same product, and some between the firms of the accounts. A district that has introductions is left as it is.</summary>
internal sealed class DemonstrationIntroductions(ConsoleHost host)
{
    /// <summary>Of each district, from its listings.</summary>
    private const int OfListings = 22;

    private sealed record Pair(Guid Seller, Guid Buyer, string Product, Guid? Listing);

    private enum Fate { Suggested, Offered, Answered, Consented, Talking, DeclinedTold, DeclinedLate, Withdrawn }

    private static readonly (string Region, string Seller, string Buyer, string Product, Fate Fate)[] Written =
    [
        ("500107", "重庆炽汨镕再生铝业有限公司", "重庆岐镟压铸有限公司", "ADC12 铝合金锭", Fate.Consented),
        ("500107", "重庆岐镟压铸有限公司", "重庆炽汨镕再生铝业有限公司", "压铸浇冒口", Fate.Offered),
        ("500151", "重庆漩钧电机有限公司", "重庆岚骁驿电动车股份有限公司", "轮毂电机", Fate.Offered),
        ("500151", "重庆珩熔压铸有限公司", "重庆岚骁驿电动车股份有限公司", "电机壳体压铸件", Fate.Suggested),
        ("500151", "重庆岫鋆精密压铸有限公司", "重庆岚骁驿电动车股份有限公司", "控制器壳体", Fate.Talking),
    ];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var region in Written.Select(w => w.Region).Distinct(StringComparer.Ordinal))
        {
            var (district, pairs) = await ReadAsync(region, cancellation);
            foreach (var (pair, fate) in pairs)
            {
                await EnterAsync(district, pair, fate, cancellation);
                added++;
            }
        }

        say($"对接：新增 {added} 次");
    }

    private async Task<(Guid District, List<(Pair Pair, Fate Fate)> Pairs)> ReadAsync(string region, CancellationToken cancellation)
    {
        await using var reading = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = reading.ServiceProvider.GetRequiredService<AppDb>();
        var district = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
        if (await db.Set<Introduction>().AnyAsync(i => i.DistrictId == district, cancellation)) return (district, []);
        var names = Written.SelectMany(w => new[] { w.Seller, w.Buyer }).Distinct(StringComparer.Ordinal).ToList();
        var firms = await db.Set<Organisation>().Where(o => o.DistrictId == district && names.Contains(o.Name)).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation);
        var pairs = Written.Where(w => w.Region == region && firms.ContainsKey(w.Seller) && firms.ContainsKey(w.Buyer)).Select(w => (new Pair(firms[w.Seller], firms[w.Buyer], w.Product, null), w.Fate)).ToList();

        var open = await db.Set<Listing>().AsNoTracking().Where(l => l.DistrictId == district && l.State == ListingState.Open && l.OrganisationId != null && l.Product != null && l.Visibility >= ListingVisibility.District)
            .OrderBy(l => l.PostedAt).ThenBy(l => l.Id).ToListAsync(cancellation);
        var offers = open.Where(l => l.Kind == ListingKind.Supply).ToLookup(l => l.Product!, StringComparer.Ordinal);
        var makers = (await db.Set<OrganisationProduct>().AsNoTracking().Where(p => p.DistrictId == district && p.Role == ProductRole.Makes).OrderBy(p => p.OrganisationId).Select(p => new { p.Name, p.OrganisationId }).ToListAsync(cancellation))
            .ToLookup(p => p.Name, p => p.OrganisationId, StringComparer.Ordinal);
        var met = open.Where(l => l.Kind == ListingKind.Demand)
            .SelectMany(need => offers[need.Product!].Select(o => o.OrganisationId!.Value).Concat(makers[need.Product!]).Where(seller => seller != need.OrganisationId).Take(1).Select(seller => new Pair(seller, need.OrganisationId!.Value, need.Product!, need.Id)))
            .DistinctBy(p => (p.Seller, p.Buyer, p.Product)).Take(OfListings);
        pairs.AddRange(met.Select((pair, at) => (pair, (Fate)(at % 8))));
        return (district, pairs);
    }

    private async Task EnterAsync(Guid district, Pair pair, Fate fate, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(district, cancellation);
        var services = scope.ServiceProvider;
        var offers = fate is Fate.Offered or Fate.Talking or Fate.DeclinedTold;
        var id = Must(await services.GetRequiredService<StartIntroduction>().RunAsync(await StartAsync(services, pair, offers, cancellation), cancellation: cancellation)).Id;
        if (fate is Fate.Suggested or Fate.Offered) return;
        if (fate == Fate.DeclinedTold)
        {
            Must(await services.GetRequiredService<DeclineIntroduction>().RunAsync(new() { Id = id, Reason = DeclineReason.Quality, Text = "需要 IATF 16949", Tell = true, SpeaksFor = pair.Buyer }, cancellation: cancellation));
            return;
        }

        if (!offers) await ConsentAsync(services, id, pair.Seller, cancellation);
        if (fate == Fate.Answered) return;
        await ConsentAsync(services, id, pair.Buyer, cancellation);
        if (fate is Fate.Talking or Fate.DeclinedLate) Must(await services.GetRequiredService<TalkIntroduction>().RunAsync(new() { Id = id, SpeaksFor = pair.Buyer }, cancellation: cancellation));
        if (fate == Fate.DeclinedLate) Must(await services.GetRequiredService<DeclineIntroduction>().RunAsync(new() { Id = id, Reason = DeclineReason.Price, SpeaksFor = pair.Buyer }, cancellation: cancellation));
        if (fate == Fate.Withdrawn) Must(await services.GetRequiredService<WithdrawIntroduction>().RunAsync(new() { Id = id, SpeaksFor = pair.Seller }, cancellation: cancellation));
    }

    private static async Task<StartIntroduction.Input> StartAsync(IServiceProvider services, Pair pair, bool offers, CancellationToken cancellation)
    {
        var input = new StartIntroduction.Input { Product = pair.Product, SpeaksFor = offers ? pair.Seller : null };
        if (offers) (input.ContactName, input.ContactPhone) = ContactOf(pair.Seller);
        if (pair.Listing is { } listing)
        {
            (input.ListingId, input.OrganisationId) = (listing, pair.Seller);
            return input;
        }

        var firms = services.GetRequiredService<Capabilities.Organisations.Public.FirmDirectory>();
        (input.OrganisationId, input.Partner, input.Side) = offers ? (pair.Buyer, null, IntroductionSide.Seller) : (pair.Seller, (await firms.FindAsync(pair.Buyer, cancellation))!.Name, IntroductionSide.Seller);
        return input;
    }

    private static async Task ConsentAsync(IServiceProvider services, Guid id, Guid firm, CancellationToken cancellation)
    {
        var (name, phone) = ContactOf(firm);
        Must(await services.GetRequiredService<ConsentIntroduction>().RunAsync(new() { Id = id, SpeaksFor = firm, ContactName = name, ContactPhone = phone }, cancellation: cancellation));
    }

    /// <summary>Invented: no area has numbers that begin with four noughts.</summary>
    private static (string Name, string Phone) ContactOf(Guid firm)
    {
        var at = firm.ToByteArray()[15];
        return ($"{"秦许何吕施张孔曹严华金魏"[at % 12]}女士（演示）", $"023-0000{7000 + at:0000}");
    }
}

using LianMeng.Capabilities.ByProductUses;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.FigureConsents;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>Who takes which by-products and by what right, and who lets the chain office see exact figures. What an earlier run stated is left as it is.</summary>
internal sealed class DemonstrationFacts(ConsoleHost host)
{
    private sealed record Right(HazardousRightKind Basis, string Code, string Evidence, string? OnlyFrom, DateOnly? Until);

    private sealed record Use(string Region, string Firm, string Products, decimal Capacity, string? Specification, decimal Value, decimal Yield, decimal Treatment, params Right[] Rights);

    private static readonly Use[] Uses =
    [
        new("500107", "重庆炽汨镕再生铝业有限公司", "压铸边角料；铝屑；型材料头；废铝；铝板带切边料", 26_000, "Al≥90%，Fe≤1%，水分≤3%", 18_600, 0.93m, 900),
        new("500107", "重庆镕樾铝合金材料有限公司", "废铝轮毂；浇冒口；型材料头；铝箔边角料；锻造飞边", 8_000, "Al≥92%，Fe≤0.6%", 19_200, 0.95m, 1_100),
        new("500107", "重庆泓燧湉铝液科技有限公司", "铝屑；浇冒口；压铸料柄；切边料", 6_000, "Al≥91%，Fe≤0.9%，水分≤2%", 18_300, 0.92m, 760),
        new("500107", "重庆烬苏环保科技有限公司", "铝灰渣；铝灰；铝渣；二次铝灰", 4_200, "F≤2.5%", 5_200, 0.62m, 640,
            new(HazardousRightKind.Permit, "321-024-48", "演示许可CQ5001070031", null, new(2029, 6, 30)), new(HazardousRightKind.Permit, "321-026-48", "演示许可CQ5001070031", null, new(2029, 6, 30))),
        // A use without a right, and one whose right ran out: the legal gate has something to say.
        new("500107", "重庆泓燧湉铝液科技有限公司", "铝渣；铝灰渣", 900, "Al≥40%", 17_800, 0.38m, 1_200),
        new("500151", "重庆埕铄金属铸造有限公司", "铝灰；铝渣；铝灰渣", 700, "Al≥30%", 17_600, 0.35m, 980,
            new(HazardousRightKind.Exemption, "321-024-48", "铜环点对点（演示）2026-03", "重庆岫鋆精密压铸有限公司", new(2027, 12, 31)), new(HazardousRightKind.Exemption, "321-024-48", "铜环点对点（演示）2025-07", "重庆珩熔压铸有限公司", new(2026, 6, 30))),
        new("500151", "重庆汨蚨再生资源有限公司", "压铸边角料；废铝边角料；铝屑；铝管料头；型材料头", 5_000, "Al≥88%", 16_900, 0.97m, 300),
    ];

    private static readonly (string Region, string Firm, string? To)[] Consents =
    [
        ("500107", "重庆炽汨镕再生铝业有限公司", null), ("500107", "重庆岐镟压铸有限公司", null), ("500107", "重庆崟嵂铝板带股份有限公司", null), ("500107", "重庆榀桁工业型材有限公司", "九龙垣和村镇银行（演示）"),
        ("500151", "重庆岚骁驿电动车股份有限公司", null), ("500151", "重庆漩钧电机有限公司", null), ("500151", "重庆珩熔压铸有限公司", "重庆岚骁驿电动车股份有限公司"),
    ];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var (uses, consents) = (0, 0);
        foreach (var region in Uses.Select(u => u.Region).Distinct(StringComparer.Ordinal))
        {
            var (district, firms, stated, given) = await ReadAsync(region, cancellation);
            foreach (var use in Uses.Where(u => u.Region == region && firms.ContainsKey(u.Firm) && !stated.Contains(firms[u.Firm])))
            {
                await StateAsync(district, use, cancellation);
                uses++;
            }

            foreach (var (_, firm, to) in Consents.Where(c => c.Region == region && firms.ContainsKey(c.Firm) && !given.Contains(firms[c.Firm])))
            {
                await using var scope = await host.ScopeAsync(district, cancellation);
                var until = ChinaTime.Today(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddYears(1);
                Must(await scope.ServiceProvider.GetRequiredService<GiveFigureConsent>().RunAsync(new()
                {
                    For = firms[firm], Recipient = to is null ? ConsentRecipient.ChainOffice : ConsentRecipient.Organisation, Organisation = to, Until = until, Purpose = to is null ? "补链强链分析" : "核对供货和余量",
                }, cancellation: cancellation));
                consents++;
            }
        }

        say($"副产品利用能力 {Uses.Length} 项：新增 {uses}；数据授权 {Consents.Length} 项：新增 {consents}");
    }

    private async Task<(Guid District, Dictionary<string, Guid> Firms, HashSet<Guid> Stated, HashSet<Guid> Given)> ReadAsync(string region, CancellationToken cancellation)
    {
        await using var reading = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = reading.ServiceProvider.GetRequiredService<AppDb>();
        var district = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
        var names = Uses.Select(u => u.Firm).Concat(Consents.Select(c => c.Firm)).Distinct(StringComparer.Ordinal).ToList();
        return (district, await db.Set<Organisation>().Where(o => o.DistrictId == district && names.Contains(o.Name)).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation),
            [.. await db.Set<ByProductUse>().Where(u => u.DistrictId == district).Select(u => u.OrganisationId).Distinct().ToListAsync(cancellation)],
            [.. await db.Set<FigureConsent>().Where(c => c.DistrictId == district).Select(c => c.OrganisationId).Distinct().ToListAsync(cancellation)]);
    }

    private async Task StateAsync(Guid district, Use use, CancellationToken cancellation)
    {
        Guid id;
        await using (var scope = await host.ScopeAsync(district, cancellation))
        {
            id = Must(await scope.ServiceProvider.GetRequiredService<StateByProductUse>().RunAsync(new()
            {
                Firm = use.Firm, Products = use.Products, Capacity = use.Capacity, Specification = use.Specification, Value = use.Value, Yield = use.Yield, Treatment = use.Treatment,
            }, cancellation: cancellation)).Id;
        }

        foreach (var right in use.Rights)
        {
            await using var scope = await host.ScopeAsync(district, cancellation);
            Must(await scope.ServiceProvider.GetRequiredService<AddByProductRight>().RunAsync(new() { Id = id, Basis = right.Basis, Code = right.Code, Evidence = right.Evidence, OnlyFrom = right.OnlyFrom, ValidUntil = right.Until }, cancellation: cancellation));
        }
    }
}

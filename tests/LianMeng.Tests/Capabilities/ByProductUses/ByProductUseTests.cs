using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.ByProductUses;

/// <summary>What a firm takes: kept by the firm, read by all but its prices, with rights that the engine's gate understands.</summary>
public sealed class ByProductUseTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_use_is_stated_shown_and_given_to_the_engine()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        using var officer = await world.ApiAsync(world.Known.Officer);
        using (var refused = await manager.PostAsJsonAsync("/api/by-product-uses", new { products = "铝屑", capacity = 100, specification = "干净一点" }))
            Assert.Contains("看不懂“干净一点”", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Guid id;
        using (var made = await manager.PostAsJsonAsync("/api/by-product-uses", new { products = "铝屑；铝灰渣", capacity = 2400, specification = "含铝 不低于 20，铁≤2%", value = 17500, yield = 0.4, treatment = 800 }))
        {
            Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }

        var address = $"/api/by-product-uses/{id}";
        foreach (var (code, expected) in new[] { ("321-024", "不是"), ("321-024-S48", "不是危险废物") })
        {
            using var refused = await manager.PostAsJsonAsync($"{address}/rights", new { basis = "Permit", code, evidence = "CQ1" });
            Assert.Contains(expected, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var right = await manager.PostAsJsonAsync($"{address}/rights", new { basis = "Exemption", code = "HW48 321-024-48", evidence = "铜环点对点〔2026〕3号", onlyFrom = "重庆小石压铸有限公司", validUntil = "2027-06-30" })) Assert.True(right.IsSuccessStatusCode, await right.Content.ReadAsStringAsync());
        using (var twice = await officer.PostAsJsonAsync($"{address}/rights", new { basis = "Exemption", code = "321-024-48", evidence = "铜环点对点〔2026〕3号" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        var row = (await world.AsAsync(await world.ActorAsync(world.Known.Secretary), async s => await s.GetRequiredService<ByProductUseRows>().AllAsync(TestContext.Current.CancellationToken).ToListAsync())).Single(r => r.Id == id);
        Assert.Equal((2400m, 17500m, 0.4m, 800m), (row.Capacity, row.Value!.Value, row.Yield!.Value, row.Treatment!.Value));
        var use = new ByProductUse(row.Receiver, ["dross"], row.Capacity, row.Limits, row.Rights, row.Value, row.Yield, row.Treatment);
        var dross = new ByProductStream(world.Known.Neighbour, "dross", 60, "321-024-48", false, new Dictionary<string, decimal> { ["Al"] = 45, ["Fe"] = 1 }, 0);
        Assert.Empty(ByProductGate.Reasons(dross, use, new(2027, 6, 30)));
        Assert.Contains("到期", Assert.Single(ByProductGate.Reasons(dross, use, new(2027, 7, 1))), StringComparison.Ordinal);
        Assert.Contains("点对点", Assert.Single(ByProductGate.Reasons(dross with { Supplier = Guid.CreateVersion7() }, use, new(2027, 1, 1))), StringComparison.Ordinal);

        // Everybody of the district reads what is taken; what it earns only the firm and its officers. 小石's own people may not change it.
        var clerk = LianMeng.Shared.Access.Actor.Person(Guid.CreateVersion7(), "测试", [new(LianMeng.Shared.Access.Role.EnterpriseManager, world.Known.Tongliang, null, world.Known.Neighbour)], [world.Known.Tongliang, LianMeng.Shared.Access.DistrictIds.City], world.Known.Tongliang);
        var seen = (await world.AsAsync(clerk, s => s.GetRequiredService<LianMeng.Capabilities.ByProductUses.ListByProductUses>().RunAsync(new() { Query = "铝灰渣", Hazardous = true }))).Value!.Items.Single(i => i.Id == id);
        Assert.Equal(("Al≥20%，Fe≤2%", null, null, "321-024-48"), (seen.Specification, seen.Value, seen.Treatment, seen.Codes));
        Assert.False((await world.AsAsync(clerk, s => s.GetRequiredService<LianMeng.Capabilities.ByProductUses.WithdrawByProductUse>().RunAsync(new() { Id = id }))).IsDone);
        Assert.Equal(17500m, (await officer.GetFromJsonAsync<JsonElement>(address)).GetProperty("value").GetDecimal());

        using (var changed = await manager.PutAsJsonAsync(address, new { products = "铝屑", capacity = 2000, value = 17777 })) Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var facts = await world.ReadAsync(db => db.Set<LianMeng.Shared.Ledger.LedgerEntry>().Where(e => e.Kind.StartsWith("ByProduct")).Select(e => e.Json).ToListAsync());
        Assert.DoesNotContain(facts, json => json!.WithoutIds().Contains("17777", StringComparison.Ordinal));
        var page = await (await world.BrowserAsync(world.Known.Officer)).GetStringAsync($"/by-product-uses/{id}");
        Assert.Contains("铜环点对点〔2026〕3号", page, StringComparison.Ordinal);
        var rightId = (await officer.GetFromJsonAsync<JsonElement>(address)).GetProperty("rights")[0].GetProperty("id").GetGuid();
        using (var removed = await manager.DeleteAsync($"{address}/rights/{rightId}")) Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        using (var gone = await manager.DeleteAsync(address)) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        using (var none = await officer.GetAsync(address)) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}

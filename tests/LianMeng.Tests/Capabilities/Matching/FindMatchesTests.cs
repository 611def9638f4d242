using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>Which direction a sentence asks for, and who may ask in it.</summary>
public sealed class FindMatchesTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_sellers_sentence_is_answered_with_buyers_for_those_who_may_see_needs()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        Assert.Equal("Supply", (await AskAsync(api, "供应废铝 每月50吨")).GetProperty("kind").GetString());
        Assert.Equal("Demand", (await AskAsync(api, "求购废铝 每月50吨")).GetProperty("kind").GetString());
    }

    /// <summary>What firms buy is private; what they seek in public may be found.</summary>
    [WorldFact]
    public async Task A_firm_that_asks_for_buyers_sees_open_demands_and_no_purchases()
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        foreach (var answer in new[] { await AskAsync(api, "谁在采购铝合金锭"), await AskAsync(api, "铝合金锭&kind=Supply") })
        {
            Assert.Equal("Supply", answer.GetProperty("kind").GetString());
            Assert.Contains("内部信息", answer.GetProperty("note").GetString(), StringComparison.Ordinal);
            // The neighbour buys 铝合金锭; a firm is not told so.
            Assert.DoesNotContain("采购产品", answer.ToString(), StringComparison.Ordinal);
        }

        using var secretary = await world.ApiAsync(world.Known.Secretary);
        Assert.Contains("采购产品", (await AskAsync(secretary, "谁在采购铝合金锭")).ToString(), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task An_open_listing_answers_and_a_withdrawn_one_does_not()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        var id = (await secretary.CreateAsync("/api/listings", new { kind = "Supply", title = "供应6063铝型材边角料", organisationId = world.Known.Neighbour })).GetProperty("id").GetGuid();
        using var manager = await world.ApiAsync(world.Known.Manager);
        await Settling.UntilAsync("the ledger was followed", async () => ListingsOf(await AskAsync(manager, "求购铝型材边角料")).Contains(id));
        using var withdrawn = await secretary.DeleteAsync($"/api/listings/{id}");
        await Settling.UntilAsync("the ledger was followed", async () => !ListingsOf(await AskAsync(manager, "求购铝型材边角料")).Contains(id));
    }

    [WorldFact]
    public async Task Another_district_is_answered_by_what_is_published_alone()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        await Settling.UntilAsync("the ledger was followed", async () => ListingsOf(await AskAsync(secretary, "求购ADC12铝合金锭")).Contains(world.Known.PublishedListing));
        var answer = await AskAsync(secretary, "求购ADC12铝合金锭");
        Assert.DoesNotContain(world.Known.ForeignListing, ListingsOf(answer));
        Assert.All(Canary.All, canary => Assert.DoesNotContain(canary, answer.ToString(), StringComparison.Ordinal));
        var item = answer.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("listingId").ValueKind == JsonValueKind.String && i.GetProperty("listingId").GetGuid() == world.Known.PublishedListing);
        Assert.True(item.GetProperty("elsewhere").GetBoolean());
        Assert.Equal("重庆远帆铝业有限公司", item.GetProperty("organisationName").GetString());
    }

    internal static List<Guid> ListingsOf(JsonElement answer)
        => [.. answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("listingId")).Where(l => l.ValueKind == JsonValueKind.String).Select(l => l.GetGuid())];

    private static Task<JsonElement> AskAsync(HttpClient api, string text) => api.GetFromJsonAsync<JsonElement>("/api/match?text=" + text);
}

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

    [WorldFact]
    public async Task A_firm_that_asks_for_buyers_is_told_why_it_sees_suppliers()
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        foreach (var answer in new[] { await AskAsync(api, "谁在采购铝液"), await AskAsync(api, "铝液&kind=Supply") })
        {
            Assert.Equal("Demand", answer.GetProperty("kind").GetString());
            Assert.Contains("内部信息", answer.GetProperty("note").GetString(), StringComparison.Ordinal);
        }
    }

    private static Task<JsonElement> AskAsync(HttpClient api, string text) => api.GetFromJsonAsync<JsonElement>("/api/match?text=" + text);
}

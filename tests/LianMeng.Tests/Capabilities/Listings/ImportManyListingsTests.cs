using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Listings;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Capabilities.Listings;

/// <summary>A file of more rows than are answered at once, in a world of its own: whoever fits is told of each of them for a while after.</summary>
public sealed class ImportManyListingsTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Three_thousand_rows_are_imported_in_the_background()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var rows = Enumerable.Range(1, 3000).Select(i => $"{(i % 2 == 0 ? "供应" : "求购")},批量第{i}号铝型材,铝型材,{i},件,{(i % 3 == 0 ? "重庆小石压铸有限公司" : "重庆清溪铝锭有限公司")}");
        using var answer = await api.UploadAsync("/api/imports/listings?commit=true", ImportListingsTests.Csv("类型,标题,产品,数量,单位,企业", [.. rows]), "供需.csv");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        JsonElement state = default;
        await Settling.UntilAsync("the ledger was followed", async () => (state = await api.GetFromJsonAsync<JsonElement>(answer.Headers.Location!.ToString())).GetProperty("state").GetString() is "Done" or "Failed", seconds: 120);
        Assert.True(state.GetProperty("state").GetString() == "Done", state.GetProperty("failure").ToString());
        Assert.Equal(3000, state.GetProperty("result").GetProperty("new").GetInt32());
        Assert.Equal(3000, await world.ReadAsync(db => db.Set<Listing>().CountAsync(l => l.Title.StartsWith("批量第"))));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Audit;
using LianMeng.Shared.Ledger;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Audit;

public sealed class LedgerSearchTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task It_is_searched_by_person_record_kind_and_time()
    {
        var auditor = await world.ApiAsync(world.Known.Auditor);
        async Task<List<JsonElement>> AskAsync(string query) => [.. (await auditor.GetFromJsonAsync<JsonElement>("/api/ledger?pageSize=200&" + query)).GetProperty("items").EnumerateArray()];

        var byName = await AskAsync("who=" + world.Known.Secretary.UserName);
        Assert.NotEmpty(byName);
        Assert.All(byName, e => Assert.True(e.GetProperty("actor").GetString()!.EndsWith(world.Known.Secretary.Id.ToString(), StringComparison.Ordinal)
            || e.GetProperty("subjects").EnumerateArray().Any(s => s.GetGuid() == world.Known.Secretary.Id)));
        var byFirm = await AskAsync("about=" + Uri.EscapeDataString("小石压铸"));
        Assert.NotEmpty(byFirm);
        Assert.All(byFirm, e => Assert.Contains(e.GetProperty("subjects").EnumerateArray(), s => s.GetGuid() == world.Known.Neighbour));
        Assert.Equal(byFirm.Count, (await AskAsync("about=" + world.Known.Neighbour)).Count);
        Assert.NotEmpty(await AskAsync("about=" + Uri.EscapeDataString("小石压铸") + "&kind=OrganisationRegistered"));
        Assert.Empty(await AskAsync("about=" + Uri.EscapeDataString("没有这家企业")));
        Assert.Empty(await AskAsync("who=" + Uri.EscapeDataString("没有这个人")));

        var today = LianMeng.Shared.Ui.ChinaTime.Today(world.Clock.GetUtcNow().UtcDateTime);
        Assert.NotEmpty(await AskAsync($"from={today.AddDays(-1):yyyy-MM-dd}&until={today:yyyy-MM-dd}"));
        Assert.Empty(await AskAsync($"until={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Empty(await AskAsync($"from={today.AddDays(1):yyyy-MM-dd}"));
        Assert.NotEmpty(await AskAsync("until=9999-12-31"));
        using var wrong = await auditor.GetAsync("/api/ledger?from=2026-13-40");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var export = await auditor.GetAsync("/api/ledger/export.xlsx?who=" + world.Known.Secretary.UserName);
        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
    }

    [WorldFact]
    public async Task The_whole_chain_is_computed_anew_while_others_write_and_a_break_is_told()
    {
        await world.SettleAsync();
        var (auditor, secretary) = (await world.ApiAsync(world.Known.Auditor), await world.ApiAsync(world.Known.Secretary));
        async Task<JsonElement> VerifyAsync()
        {
            using var answer = await auditor.PostAsJsonAsync("/api/ledger/verify", new { });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) await secretary.CreateAsync("/api/organisations", new { name = $"重庆边写边核{i}有限公司", notListed = true });
        });
        for (var i = 0; i < 5; i++) Assert.Equal(0, (await VerifyAsync()).GetProperty("problems").GetArrayLength());
        await stop.CancelAsync();
        await writer;

        await world.SettleAsync();
        await using (var raw = await world.OpenRawAsync())
        {
            await using var command = raw.CreateCommand();
            command.CommandText = "UPDATE \"Ledger\" SET \"Json\" = '{}' WHERE \"Seq\" = 7";
            await command.ExecuteNonQueryAsync();
        }

        var broken = await VerifyAsync();
        Assert.Contains("第 7 条", broken.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        var page = await (await world.BrowserAsync(world.Known.Auditor)).PageAsync("/ledger");
        Assert.Contains("发现问题", page.Body!.TextContent, StringComparison.Ordinal);
        var told = await auditor.GetFromJsonAsync<JsonElement>("/api/notices");
        Assert.Contains(told.GetProperty("items").EnumerateArray(), n => n.GetProperty("title").GetString()!.Contains("账本核对发现问题", StringComparison.Ordinal));
        Assert.True(await world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(LedgerVerified))) >= 6); // the clock may have asked too
    }
}

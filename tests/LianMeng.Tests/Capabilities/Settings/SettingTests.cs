using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Settings;
using LianMeng.Host;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Settings;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Settings;

public sealed class SettingTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_setting_is_changed_on_the_page_holds_on_every_node_and_stands_in_the_ledger()
    {
        await using var second = world.StartSecond();
        var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/settings");
        using var answer = await browser.SubmitAsync("/settings", page, "setting-Limits:Imports", new() { ["value"] = "7" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var services in new[] { world.Services, second.Services })
        {
            await Settling.UntilAsync("the setting on a node", () => Task.FromResult(services.GetRequiredService<SettingValues>().Of(Budget.Imports.Most) == 7));
        }

        var auditor = await world.BrowserAsync(world.Known.Auditor);
        var ledger = await auditor.PageAsync("/ledger?kind=SettingChanged");
        Assert.Contains("修改设置", ledger.Body!.TextContent, StringComparison.Ordinal);
        // The auditor reads what is set and has no button.
        var read = await auditor.PageAsync("/settings");
        Assert.Contains("7 次", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Forms, f => HttpSteps.HandlerOf(f)?.StartsWith("setting-", StringComparison.Ordinal) == true);
    }

    [WorldTheory, InlineData("0"), InlineData("1000001"), InlineData("abc"), InlineData(""), InlineData("1.5"), InlineData("99999999999999999999")]
    public async Task A_value_that_cannot_be_is_refused_and_comes_back_as_typed(string typed)
    {
        var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/settings");
        using var answer = await browser.SubmitAsync("/settings", page, "setting-Limits:Exports", new() { ["value"] = typed });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var back = (await answer.ReadPageAsync()).Form("setting-Limits:Exports");
        Assert.Equal(typed, back.FieldsOf()["value"]);
        Assert.NotNull(back.QuerySelector("[role=alert], .alert"));
    }

    [WorldFact]
    public async Task The_second_of_two_administrators_is_told_that_the_first_was_faster()
    {
        var admin = await world.ApiAsync(world.Known.Admin);
        async Task<JsonElement> RowAsync() => (await admin.GetFromJsonAsync<JsonElement>("/api/settings?pageSize=200")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "Limits:Matches");
        Task<HttpResponseMessage> PutAsync(int value, Guid? version) => admin.PutAsJsonAsync("/api/settings", new { key = "Limits:Matches", value, version });

        using (var first = await PutAsync(50, null)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var seen = (await RowAsync()).GetProperty("version").GetGuid();
        using (var other = await PutAsync(60, seen)) Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using (var late = await PutAsync(70, seen)) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(60, (await RowAsync()).GetProperty("value").GetInt32());
        using var unknown = await admin.PutAsJsonAsync("/api/settings", new { key = "No:Such", value = 1 });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var nobody = await (await world.ApiAsync(world.Known.Auditor)).PutAsJsonAsync("/api/settings", new { key = "Limits:Matches", value = 80 });
        Assert.Equal(HttpStatusCode.Forbidden, nobody.StatusCode);
    }

    [Fact]
    public void Settings_are_well_made()
    {
        Assert.NotEmpty(Catalogue.Settings);
        Assert.Equal(Catalogue.Settings.Count, Catalogue.Settings.Select(s => s.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Catalogue.Settings, s =>
        {
            Assert.Null(s.Problem(s.Default));
            Assert.NotNull(s.Problem(s.Least - 1));
            Assert.NotNull(s.Problem(s.Most + 1));
            Assert.True(s.Key.Length <= Setting.KeyLimit && s.Key.All(c => char.IsAsciiLetter(c) || c == ':'), s.Key);
            Assert.All(new[] { s.Group, s.Title, s.Help }, Assert.NotEmpty);
        });
    }
}

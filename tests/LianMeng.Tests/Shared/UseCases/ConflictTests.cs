using System.Net;
using System.Net.Http.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Shared.UseCases;

/// <summary>Promise 10: of two who edit the same record the second is told, and overwrites nothing.</summary>
[Trait("Promise", "10")]
public sealed class ConflictTests(TestWorld world) : IClassFixture<TestWorld>
{
    private string Edit => $"/organisations/{world.Known.Firm}/edit";

    [WorldFact]
    public async Task The_second_of_two_editors_gets_a_conflict_and_keeps_what_they_typed()
    {
        using var first = await world.BrowserAsync(world.Known.Secretary);
        using var second = await world.BrowserAsync(world.Known.Officer);
        var (seenByFirst, seenBySecond) = (await first.PageAsync(Edit), await second.PageAsync(Edit));
        using (var saved = await first.SubmitAsync(Edit, seenByFirst, "edit", new() { ["address"] = "先改的地址" })) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var late = await second.SubmitAsync(Edit, seenBySecond, "edit", new() { ["address"] = "后改的地址" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.ReadPageAsync();
        Assert.Contains("刚刚被别人改过", page.Body!.TextContent);
        Assert.Equal("后改的地址", page.Form("edit").FieldsOf()["address"]);
        Assert.Equal("先改的地址", await AddressAsync());
        Counts.Say(10, "two editors on the form: 409, nothing overwritten");
    }

    /// <summary>Nothing differs from what is there, but what the person saw was older.</summary>
    [WorldFact]
    public async Task A_late_save_without_a_difference_is_a_conflict_too_and_no_error()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var old = await VersionAsync();
        using (var saved = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", address = "同一个地址" }, old.ToString())) Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var late = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", address = "同一个地址" }, old.ToString());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [WorldFact]
    public async Task A_stale_if_match_or_version_is_a_conflict_and_a_fresh_one_is_not()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var version = await VersionAsync();
        using (var fresh = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", park = "甲园" }, $"\"{version}\"")) Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        using (var stale = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", park = "乙园" }, $"\"{version}\"")) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using (var stale = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", park = "乙园", version }, null)) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("甲园", await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Firm).Select(o => o.Park).SingleAsync()));
    }

    /// <summary>A version that cannot be read must not pass as none.</summary>
    [WorldFact]
    public async Task A_garbage_version_is_refused_everywhere()
    {
        var before = await world.SettledHeadAsync();
        using var api = await world.ApiAsync(world.Known.Secretary);
        before += 1; // the sign-in itself
        foreach (var garbage in new[] { "garbage", "\"garbage\"", "*", "W/\"1\"" })
        {
            using var answer = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", park = "垃圾版本" }, garbage);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        using (var body = await PutAsync(api, new { name = "重庆清溪铝锭有限公司", park = "垃圾版本", version = "garbage" }, null)) Assert.Equal(HttpStatusCode.BadRequest, body.StatusCode);

        using var browser = await world.BrowserAsync(world.Known.Secretary);
        before += 1;
        var page = await browser.PageAsync(Edit);
        foreach (var garbage in new[] { "garbage", "" })
        {
            using var answer = await browser.SubmitAsync(Edit, page, "edit", new() { ["park"] = "垃圾版本", ["version"] = garbage });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        var without = page.Form("edit").FieldsOf();
        without.Remove("version");
        using (var answer = await browser.PostFormAsync(Edit, without)) Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, await world.HeadAsync());
    }

    /// <summary>Nor may a garbage id in the address fall back to the one in the body.</summary>
    [WorldFact]
    public async Task A_garbage_id_is_not_found_whatever_the_body_says()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var before = await world.SettledHeadAsync();
        using var answer = await api.PutAsJsonAsync("/api/organisations/garbage", new { id = world.Known.Firm, name = "重庆清溪铝锭有限公司", park = "绕道" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await world.HeadAsync());
    }

    private Task<Guid> VersionAsync() => world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Firm).Select(o => o.Version).SingleAsync());

    private Task<string?> AddressAsync() => world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Firm).Select(o => o.Address).SingleAsync());

    private async Task<HttpResponseMessage> PutAsync(HttpClient api, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/organisations/{world.Known.Firm}") { Content = JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await api.SendAsync(request);
    }
}

using System.Net;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Notices;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Promise 26: a post given or ended counts with the next request of a session that is already open.</summary>
[Trait("Promise", "26")]
public sealed class MandateTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task An_open_session_has_a_new_right_with_its_next_request_and_loses_it_so_too()
    {
        var person = await world.NewPersonAsync("promoted", Role.Auditor);
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        using var admin = await world.ApiAsync(world.Known.Admin);
        await browser.PageAsync("/organisations", HttpStatusCode.Forbidden);
        var (status, body) = await admin.SendAsync($"/api/accounts/{person.Id}/mandates", new { role = "DistrictOfficer", districtId = world.Known.Tongliang });
        Assert.True(status == HttpStatusCode.OK, body);
        await world.SettleAsync(); // nobody is told of a post that has ended already
        await browser.PageAsync("/organisations");
        using (var allowed = await api.GetAsync("/api/organisations")) Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/accounts/{person.Id}/mandates", new { role = "DistrictOfficer", districtId = world.Known.Tongliang })).Status);

        var mandate = await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person.Id && m.Role == Role.DistrictOfficer).Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/mandates/{mandate}/end")).Status);
        await browser.PageAsync("/organisations", HttpStatusCode.Forbidden);
        using (var refused = await api.GetAsync("/api/organisations")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/mandates/{mandate}/end")).Status);

        await world.SettleAsync();
        var told = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == person.Id).Select(n => n.Title).ToListAsync());
        Assert.Equal(new[] { "您的职务已结束：区县专员", "您被授予职务：区县专员" }.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Counts.Say(26, "a post given and ended: each with the next request of an open browser and token");
    }

    [WorldFact]
    public async Task Whose_account_was_just_opened_is_not_told_of_the_post_it_came_with()
    {
        var person = await world.NewPersonAsync("fresh");
        await world.SettleAsync();
        Assert.False(await world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.UserId == person.Id)));
    }

    [WorldFact]
    public async Task The_page_shows_posts_with_their_times_and_gives_and_ends_them()
    {
        var person = await world.NewPersonAsync("on.page", Role.Auditor);
        using var admin = await world.BrowserAsync(world.Known.Admin);
        var url = $"/accounts/{person.Id}";
        var page = await admin.PageAsync(url);
        Assert.Contains("审计员", page.Body!.TextContent);
        using (var wrong = await admin.SubmitAsync(url, page, "give", new() { ["role"] = "DistrictOfficer" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("请选择所属区县", (await wrong.ReadPageAsync()).Body!.TextContent);
        }

        using (var given = await admin.SubmitAsync(url, page, "give", new() { ["role"] = "EnterpriseManager", ["districtId"] = world.Known.Tongliang.ToString(), ["uscc"] = TestCodes.Uscc(1) })) Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        page = await admin.PageAsync(url);
        Assert.Contains("企业负责人", page.Body!.TextContent);
        var mandate = await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person.Id && m.Role == Role.EnterpriseManager).Select(m => m.Id).SingleAsync());
        using (var ended = await admin.SubmitAsync(url, page, "end-" + mandate)) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var text = (await admin.PageAsync(url)).Body!.TextContent;
        Assert.Contains("已结束", text);
        Assert.Contains("止", text);
        Assert.DoesNotContain("@if", text);
    }

    [WorldFact]
    public async Task The_last_administrator_stays_one_also_when_two_end_each_other_at_once()
    {
        var own = await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == world.Known.Admin.Id).Select(m => m.Id).SingleAsync());
        var refused = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<EndMandate>(), new() { Id = own });
        Assert.Equal(OutcomeKind.Refused, refused.Kind);
        Assert.Contains("最后一位", refused.Message);

        var other = await world.NewPersonAsync("other.admin", Role.SystemAdministrator);
        var others = await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == other.Id).Select(m => m.Id).SingleAsync());
        // Both were let in before either ended the other.
        var (first, second) = (await world.ActorAsync(world.Known.Admin), await world.ActorAsync(other));
        var outcomes = await Task.WhenAll(
            world.AsAsync(first, s => s.GetRequiredService<EndMandate>().RunAsync(new() { Id = others })),
            world.AsAsync(second, s => s.GetRequiredService<DisableAccount>().RunAsync(new() { Id = world.Known.Admin.Id })));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.Single(outcomes, o => o.Kind == OutcomeKind.Refused);
    }
}

using System.Net;
using LianMeng.Capabilities.Accounts;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Which post carries which rights, and who holds it, as administrator and auditor read it.</summary>
public sealed class RoleTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Every_right_of_every_capability_stands_under_the_posts_that_carry_it()
    {
        var roles = (await world.AsAsync(await world.ActorAsync(world.Known.Admin), s => s.GetRequiredService<ShowRoles>().RunAsync(new()))).Value!;
        Assert.Equal(Enum.GetValues<Role>(), roles.Select(r => r.Role));
        var declared = Catalogue.Capabilities.SelectMany(c => c.Permissions).SelectMany(p => p.Roles.Select(r => (r, p.Key))).Order();
        Assert.Equal(declared, roles.SelectMany(r => r.Rights.Select(right => (r.Role, right.Key))).Order());

        using var admin = await world.BrowserAsync(world.Known.Admin);
        var text = (await admin.PageAsync("/accounts/roles")).Body!.TextContent;
        Assert.All(Catalogue.Capabilities.SelectMany(c => c.Permissions), p => Assert.Contains(p.Title, text));
    }

    [WorldFact]
    public async Task The_number_of_holders_is_the_length_of_the_list_behind_it()
    {
        var actor = await world.ActorAsync(world.Known.Admin);
        var disabled = await world.NewPersonAsync("was.auditor", Role.Auditor);
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DisableAccount>(), new() { Id = disabled.Id })).IsDone);
        foreach (var role in (await world.AsAsync(actor, s => s.GetRequiredService<ShowRoles>().RunAsync(new()))).Value!)
        {
            var list = (await world.AsAsync(actor, s => s.GetRequiredService<ListMandates>().RunAsync(new() { Role = role.Role, State = MandateState.Active, PageSize = 200 }))).Value!;
            Assert.Equal(role.Posts, list.Total);
            Assert.Equal(role.People, list.Items.Select(r => r.UserId).Distinct().Count());
        }

        var suspended = (await world.AsAsync(actor, s => s.GetRequiredService<ListMandates>().RunAsync(new() { UserId = disabled.Id }))).Value!;
        Assert.Equal(MandateState.Suspended, Assert.Single(suspended.Items).State);
    }

    [WorldFact]
    public async Task The_list_says_who_where_for_whom_since_until_and_by_whom()
    {
        var person = await world.NewPersonAsync("listed.manager", Role.Auditor);
        var invited = await world.InviteAsync("受邀的厂长", Role.EnterpriseManager, uscc: TestCodes.Uscc(1));
        Assert.True((await world.JoinAsync(invited.Code, "invited.manager")).IsDone);
        using var admin = await world.ApiAsync(world.Known.Admin);
        var mandate = (await world.AsAsync(await world.ActorAsync(world.Known.Admin), s => s.GetRequiredService<ListMandates>().RunAsync(new() { UserId = person.Id }))).Value!.Items.Single();
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/mandates/{mandate.Id}/end")).Status);

        using var auditor = await world.BrowserAsync(world.Known.Auditor);
        var page = await auditor.PageAsync($"/accounts/posts?role=EnterpriseManager&districtId={world.Known.Tongliang}&state=Active&query=受邀");
        Assert.Contains("受邀的厂长", page.Body!.TextContent);
        Assert.Contains("共 1 项", page.Body!.TextContent);
        var row = (await world.AsAsync(await world.ActorAsync(world.Known.Auditor), s => s.GetRequiredService<ListMandates>().RunAsync(new() { Query = "invited.MANAGER" }))).Value!.Items.Single();
        Assert.Equal(("铜梁区", MandateState.Active, null), (row.District, row.State, row.Until));
        Assert.NotNull(row.Firm);
        Assert.Equal((await world.ActorAsync(world.Known.Admin)).Name, row.GivenBy); // not whoever brought the code
        var gone = (await world.AsAsync(await world.ActorAsync(world.Known.Auditor), s => s.GetRequiredService<ListMandates>().RunAsync(new() { UserId = person.Id }))).Value!.Items.Single();
        Assert.Equal(MandateState.Ended, gone.State);
        Assert.NotNull(gone.Until);

        using var sheet = await admin.GetAsync("/api/mandates/export.xlsx?state=Ended");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        Assert.Contains("没有符合条件的记录", (await auditor.PageAsync("/accounts/posts?query=没有这个人")).Body!.TextContent);
    }

    [WorldFact]
    public async Task The_auditor_reads_roles_and_posts_and_nothing_else_of_accounts()
    {
        using var auditor = await world.BrowserAsync(world.Known.Auditor);
        var page = await auditor.PageAsync("/accounts/roles");
        Assert.DoesNotContain("/accounts/invitations", page.Links.Select(l => l.GetAttribute("href")));
        await auditor.PageAsync("/accounts/posts");
        Assert.DoesNotContain("/accounts", (await auditor.PageAsync("/settings")).Links.Select(l => l.GetAttribute("href")));
        foreach (var closed in new[] { "/accounts", "/accounts/invite", "/accounts/invitations" }) await auditor.PageAsync(closed, HttpStatusCode.Forbidden);
        using var secretary = await world.BrowserAsync(world.Known.Secretary);
        foreach (var closed in new[] { "/accounts/roles", "/accounts/posts" }) await secretary.PageAsync(closed, HttpStatusCode.Forbidden);
    }
}

using System.Net;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>An invitation lets one person in, once, until a day, to one post; nobody but them ever has a password.</summary>
[Trait("Promise", "25")]
public sealed class InvitationTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_whole_path_by_pages_from_the_invitation_to_the_first_sign_in()
    {
        using var admin = await world.BrowserAsync(world.Known.Admin);
        var form = await admin.PageAsync("/accounts/invite");
        using (var wrong = await admin.SubmitAsync("/accounts/invite", form, "invite", new() { ["displayName"] = "王小芳", ["role"] = "AllianceSecretary" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("请选择所属区县", (await wrong.ReadPageAsync()).Body!.TextContent);
        }

        using var answer = await admin.SubmitAsync("/accounts/invite", form, "invite", new() { ["displayName"] = "王小芳", ["role"] = "AllianceSecretary", ["districtId"] = world.Known.Tongliang.ToString() });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await answer.ReadPageAsync();
        var link = new Uri(shown.QuerySelector("#invitation-link")!.TextContent);
        Assert.Contains("联盟书记（铜梁区）", shown.Body!.TextContent);
        var message = shown.QuerySelector("#invitation-text")!.TextContent;
        Assert.Contains("王小芳您好", message);
        Assert.Contains(link.ToString(), message);

        using var invitee = world.Anonymous();
        using (var first = await invitee.GetAsync(link.PathAndQuery))
        {
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            Assert.Equal("/join", new Uri(world.App.Server.BaseAddress, first.Headers.Location!).PathAndQuery); // the code is out of the address
        }

        var page = await invitee.PageAsync("/join");
        Assert.Contains("联盟书记（铜梁区）", page.Body!.TextContent);
        Assert.Contains("王小芳", page.Body!.TextContent);
        using (var weak = await invitee.SubmitAsync("/join", page, "join", new() { ["userName"] = "wang.fang", ["password"] = "12345678" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
            var back = await weak.ReadPageAsync();
            Assert.Contains("容易被猜到", back.Body!.TextContent);
            Assert.Contains("联盟书记", back.Body!.TextContent);
            Assert.Equal("wang.fang", back.Form("join").FieldsOf()["userName"]);
        }

        using (var taken = await invitee.SubmitAsync("/join", page, "join", new() { ["userName"] = world.Known.Admin.UserName, ["password"] = Person.Password }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
            Assert.Contains("已被使用", (await taken.ReadPageAsync()).Body!.TextContent);
        }

        using (var done = await invitee.SubmitAsync("/join", page, "join", new() { ["userName"] = "wang.fang", ["password"] = Person.Password }))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            Assert.Equal("/sign-in?notice=joined", new Uri(world.App.Server.BaseAddress, done.Headers.Location!).PathAndQuery);
        }

        Assert.Contains("账号已开设", (await invitee.PageAsync("/sign-in?notice=joined")).Body!.TextContent);
        var user = await world.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.UserName == "wang.fang"));
        Assert.Equal("王小芳", user.DisplayName);
        using var signedIn = await world.BrowserAsync(new Person("wang.fang", Role.AllianceSecretary, user.Id));
        await signedIn.PageAsync("/organisations");

        await world.SettleAsync();
        var kinds = await world.ReadAsync(db => db.Set<LedgerSubject>().Where(s => s.EntityId == user.Id).Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (_, e) => e.Kind).ToListAsync());
        Assert.Contains(nameof(AccountCreated), kinds);
        Assert.Contains(nameof(MandateGiven), kinds);
        Assert.Contains(nameof(InvitationAccepted), kinds);
        var told = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == world.Known.Admin.Id).Select(n => n.Title).ToListAsync());
        Assert.Contains("王小芳接受了您的邀请", told);
        Assert.False(await world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.UserId == user.Id)));
    }

    [WorldFact]
    public async Task A_person_with_an_account_takes_the_post_with_it()
    {
        var person = await world.NewPersonAsync("has.one", Role.DistrictOfficer);
        var made = await world.InviteAsync("已有账号的人");
        using var browser = await world.BrowserAsync(person);
        using (var first = await browser.GetAsync(made.Link)) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var page = await browser.PageAsync("/join");
        Assert.DoesNotContain("join", page.Forms.Select(HttpSteps.HandlerOf));
        using (var accepted = await browser.SubmitAsync("/join", page, "accept")) Assert.Equal("/me?notice=invitation-accepted", new Uri(world.App.Server.BaseAddress, accepted.Headers.Location!).PathAndQuery);
        Assert.Contains("联盟书记", (await browser.PageAsync("/me")).Body!.TextContent);
        Assert.Equal(person.Id, (await world.InvitationAsync(made.Id)).UsedBy);
        await world.SettleAsync();
        Assert.Contains("您被授予职务：联盟书记", await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == person.Id).Select(n => n.Title).ToListAsync()));

        // What one has already need not be accepted, and the invitation stays for whom it was meant.
        var again = await world.InviteAsync("另一位书记");
        var held = await world.RunAsync(person, s => s.GetRequiredService<AcceptInvitation>(), new() { Code = again.Code });
        Assert.Equal(OutcomeKind.Refused, held.Kind);
        Assert.Contains("已担任", held.Message);
        Assert.True((await world.JoinAsync(again.Code, "second.secretary")).IsDone);
        var signedIn = await world.RunAsync(person, s => s.GetRequiredService<JoinByInvitation>(), new() { Code = again.Code, UserName = "third.account", Password = Person.Password });
        Assert.Equal(OutcomeKind.Refused, signedIn.Kind);
    }

    [WorldFact]
    public async Task Of_many_who_bring_one_code_at_once_one_is_let_in()
    {
        var made = await world.InviteAsync("只要一个");
        var person = await world.NewPersonAsync("racing", Role.DistrictOfficer);
        var actor = await world.ActorAsync(person);
        var joins = Enumerable.Range(0, 4).Select(i => world.JoinAsync(made.Code, $"racer.{i}")).ToList();
        var accept = world.AsAsync(actor, s => s.GetRequiredService<AcceptInvitation>().RunAsync(new() { Code = made.Code }));
        var outcomes = await Task.WhenAll(joins);
        var accepted = await accept;
        Assert.Equal(1, outcomes.Count(o => o.IsDone) + (accepted.IsDone ? 1 : 0));
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(Invitations.Unknown, o.Message));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<LedgerSubject>().Where(s => s.EntityId == made.Id).Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (_, e) => e.Kind).CountAsync(k => k == nameof(MandateGiven))));
    }

    [WorldFact]
    public async Task On_two_nodes_one_is_let_in_too()
    {
        await using var second = world.StartSecond();
        var made = await world.InviteAsync("两个节点");
        async Task<bool> There()
        {
            await using var scope = second.Services.GetRequiredService<LianMeng.Shared.Jobs.TrustedScopes>().OpenFor(Actor.Anonymous);
            return (await scope.ServiceProvider.GetRequiredService<JoinByInvitation>().RunAsync(new() { Code = made.Code, UserName = "node.two", Password = Person.Password })).IsDone;
        }

        var (there, here) = (There(), world.JoinAsync(made.Code, "node.one"));
        Assert.True(await there ^ (await here).IsDone);
        Assert.Equal(1, await world.AccountsAsync("node.one") + await world.AccountsAsync("node.two"));
    }

    [WorldFact]
    public async Task A_double_submit_opens_one_account_and_is_told_so_twice()
    {
        var made = await world.InviteAsync("点了两次");
        var twins = await Task.WhenAll(world.JoinAsync(made.Code, "clicked.twice", "same-key"), world.JoinAsync(made.Code, "clicked.twice", "same-key"));
        Assert.All(twins, t => Assert.True(t.IsDone, t.Message));
        Assert.Equal(twins[0].Value, twins[1].Value);
        Assert.Equal(1, await world.AccountsAsync("clicked.twice"));
        // Somebody else with the same key and another name gets nothing of it.
        Assert.Equal(OutcomeKind.Refused, (await world.JoinAsync(made.Code, "clicked.thrice", "same-key")).Kind);
    }

    [WorldFact]
    public async Task Wrong_expired_used_and_withdrawn_codes_are_one_answer()
    {
        var used = await world.InviteAsync("用过的");
        Assert.True((await world.JoinAsync(used.Code, "used.it")).IsDone);
        var withdrawn = await world.InviteAsync("撤回的");
        using var admin = await world.ApiAsync(world.Known.Admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/invitations/{withdrawn.Id}/withdraw")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/invitations/{withdrawn.Id}/withdraw")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/invitations/{used.Id}/withdraw")).Status);
        var renewed = await world.InviteAsync("重新生成的");
        var (status, body) = await admin.SendAsync($"/api/invitations/{renewed.Id}/renew");
        Assert.True(status == HttpStatusCode.Created, body);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/invitations/{renewed.Id}/renew")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendAsync($"/api/invitations/{used.Id}/renew")).Status);
        var expired = await world.InviteAsync("过期的");
        world.Clock.Advance(TimeSpan.FromDays(8));

        var codes = new[] { used.Code, withdrawn.Code, renewed.Code, expired.Code, InvitationCode.Make(), "ABCD", "邀请码" };
        var answers = new HashSet<string>(StringComparer.Ordinal);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        using var nobody = world.Anonymous();
        foreach (var code in codes)
        {
            var (refused, problem) = await nobody.SendAsync("/api/join", new { code, userName = "comes.late", password = Person.Password });
            Assert.Equal(HttpStatusCode.Conflict, refused);
            answers.Add(JsonSerializer.Deserialize<JsonElement>(problem).GetProperty("detail").GetString()!);
            using var browser = world.Anonymous();
            using (var brought = await browser.GetAsync("/join?code=" + Uri.EscapeDataString(code))) Assert.Equal(HttpStatusCode.Redirect, brought.StatusCode);
            pages.Add((await browser.PageAsync("/join", HttpStatusCode.NotFound)).QuerySelector(".lm-alert")!.TextContent.Trim());
        }

        Assert.Equal(Invitations.Unknown, Assert.Single(answers));
        Assert.Equal(Invitations.Unknown, Assert.Single(pages));
        Assert.Equal(0, await world.AccountsAsync("comes.late"));
        var states = await world.AsAsync(await world.ActorAsync(world.Known.Admin), s => s.GetRequiredService<ListInvitations>().RunAsync(new() { PageSize = 200 }));
        var byName = states.Value!.Items.ToLookup(r => r.DisplayName, r => r.State);
        Assert.Equal(InvitationState.Used, byName["用过的"].Single());
        Assert.Equal(InvitationState.Withdrawn, byName["撤回的"].Single());
        Assert.Equal(InvitationState.Expired, byName["过期的"].Single());
        Counts.Say(25, $"{codes.Length} codes that were wrong, used, withdrawn, replaced or run out: one answer by page and interface, 0 accounts");
    }

    [WorldFact]
    public async Task The_term_is_the_settings_at_the_moment_of_inviting()
    {
        var made = await world.InviteAsync("七天");
        Assert.Equal(TimeSpan.FromDays(Invitations.Days.Default), (await world.InvitationAsync(made.Id)) is { } i ? i.ExpiresAt - i.At : default);
        world.Clock.Advance(TimeSpan.FromDays(Invitations.Days.Default) - TimeSpan.FromMinutes(10));
        Assert.True((await world.JoinAsync(made.Code, "at.last.moment")).IsDone);
    }

    [WorldFact]
    public async Task What_a_dismissed_administrator_promised_is_not_kept()
    {
        var leaving = await world.NewPersonAsync("leaving.admin", Role.SystemAdministrator);
        var (disabled, ended) = (await world.InviteAsync("停用前的邀请", inviter: leaving), await world.InviteAsync("免职前的邀请", Role.SystemAdministrator, leaving));
        using var admin = await world.ApiAsync(world.Known.Admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/accounts/{leaving.Id}/disable")).Status);
        var refused = await world.JoinAsync(disabled.Code, "too.late");
        Assert.Equal(Invitations.Unknown, refused.Message);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/accounts/{leaving.Id}/enable")).Status);
        Assert.True((await world.JoinAsync(disabled.Code, "in.time.again")).IsDone);

        var mandate = await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == leaving.Id).Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync($"/api/mandates/{mandate}/end")).Status);
        Assert.Equal(Invitations.Unknown, (await world.JoinAsync(ended.Code, "back.door")).Message);
        var listed = await world.AsAsync(await world.ActorAsync(world.Known.Admin), s => s.GetRequiredService<ListInvitations>().RunAsync(new() { State = InvitationState.Lapsed }));
        Assert.Equal("免职前的邀请", Assert.Single(listed.Value!.Items).DisplayName);

        // Whoever may give posts now makes it anew, in their own name.
        var (status, body) = await admin.SendAsync($"/api/invitations/{ended.Id}/renew");
        Assert.True(status == HttpStatusCode.Created, body);
        Assert.True((await world.JoinAsync(JsonSerializer.Deserialize<JsonElement>(body).GetProperty("code").GetString()!, "by.the.front.door")).IsDone);
    }

    [WorldFact]
    public async Task A_firm_that_left_the_register_has_no_manager_to_come()
    {
        var firm = await world.ReadAsync(db => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == world.Known.Neighbour));
        var made = await world.InviteAsync("厂长", Role.EnterpriseManager, uscc: firm.Uscc);
        var removed = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RemoveOrganisation>(), new() { Id = firm.Id });
        Assert.True(removed.IsDone, removed.Message);
        var refused = await world.JoinAsync(made.Code, "manager.of.nothing");
        Assert.Equal(OutcomeKind.Refused, refused.Kind);
        Assert.Contains("不在名册", refused.Message);
        using var browser = world.Anonymous();
        using (var brought = await browser.GetAsync(made.Link)) Assert.Equal(HttpStatusCode.Redirect, brought.StatusCode);
        var page = await browser.PageAsync("/join");
        Assert.Contains("不在名册", page.Body!.TextContent);
        Assert.DoesNotContain("join", page.Forms.Select(HttpSteps.HandlerOf));
        Assert.Null((await world.InvitationAsync(made.Id)).UsedAt);
        Assert.Equal(0, await world.AccountsAsync("manager.of.nothing"));
    }

    [WorldFact]
    public async Task The_same_person_is_not_invited_twice_to_the_same_post()
    {
        await world.InviteAsync("李重名");
        var twice = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<MakeInvitation>(), new() { DisplayName = " 李重名 ", Role = Role.AllianceSecretary, DistrictId = world.Known.Tongliang });
        Assert.Equal(OutcomeKind.Refused, twice.Kind);
        Assert.Contains("重新生成", twice.Message);
        await world.InviteAsync("李重名", Role.DistrictOfficer);
    }

    [WorldFact]
    public async Task The_list_withdraws_and_makes_anew()
    {
        using var admin = await world.BrowserAsync(world.Known.Admin);
        var (first, second) = (await world.InviteAsync("列表甲"), await world.InviteAsync("列表乙"));
        var page = await admin.PageAsync("/accounts/invitations?query=列表");
        using (var withdrawn = await admin.SubmitAsync("/accounts/invitations?query=列表", page, "withdraw-" + first.Id)) Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        using (var renewed = await admin.SubmitAsync("/accounts/invitations?query=列表", page, "renew-" + second.Id))
        {
            Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
            var shown = await renewed.ReadPageAsync();
            Assert.Contains("待接受", shown.Body!.TextContent);
            Assert.Empty(shown.QuerySelectorAll("details.lm-confirm[open]")); // it would lie over the code
            Assert.Contains("列表乙您好", shown.QuerySelector("#invitation-text")!.TextContent);
        }

        // The page that is open elsewhere still offers it: too late.
        using var stale = await admin.SubmitAsync("/accounts/invitations?query=列表", page, "renew-" + second.Id);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [WorldFact]
    public async Task No_secret_is_kept_anywhere()
    {
        var made = await world.InviteAsync("秘密");
        var plain = InvitationCode.Plain(made.Code);
        Assert.True((await world.JoinAsync(made.Code, "keeps.secret", "secret-key")).IsDone);
        var kept = await world.ReadAsync(async db => (
            Ledger: await db.Set<LedgerEntry>().Where(e => e.Json!.Contains(plain) || e.Json!.Contains(made.Code) || e.Json!.Contains("秘密")).CountAsync(),
            Receipts: await db.Set<Receipt>().Where(r => r.Result.Contains(plain) || r.Result.Contains(made.Code)).CountAsync(),
            Digests: await db.Set<Invitation>().Where(i => i.Digest == plain).CountAsync()));
        Assert.Equal((0, 0, 0), kept);
    }

    [WorldFact]
    public async Task Odd_input_is_answered_in_words()
    {
        using var nobody = world.Anonymous();
        foreach (var odd in new[] { new string('A', 1_000_000), "A\0B", "\uD800", "", " ", "code=", "＋－", "'; drop table" })
        {
            var (status, _) = await nobody.SendAsync("/api/join", new { code = odd, userName = "odd.one", password = Person.Password });
            Assert.True(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.BadRequest, $"{(int)status}");
            var page = await nobody.PageAsync("/join");
            using var typed = await nobody.SubmitAsync("/join", page, "code", new() { ["code"] = odd });
            Assert.True(typed.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{(int)typed.StatusCode}");
        }

        Assert.Equal(0, await world.AccountsAsync("odd.one"));
    }
}

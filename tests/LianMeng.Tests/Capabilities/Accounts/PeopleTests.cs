using System.Net;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Firms claim their entry by code, managers invite colleagues, and those who were only named open an account.</summary>
[Trait("Promise", "25")]
public sealed class PeopleTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_manager_invites_a_purchasing_clerk_who_may_post_and_not_invite()
    {
        using var manager = await world.BrowserAsync(world.Known.Manager);
        Assert.Contains("邀请采购、人事、党务同事", (await manager.PageAsync("/people")).Body!.TextContent);
        var form = await manager.PageAsync("/accounts/invite");
        Assert.Equal(["", "PurchasingClerk", "PersonnelClerk", "PartyClerk"], form.QuerySelectorAll("select[name=role] option").Select(o => o.GetAttribute("value")));
        using var answer = await manager.SubmitAsync("/accounts/invite", form, "invite", new() { ["displayName"] = "采购小李", ["role"] = "PurchasingClerk" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var code = (await answer.ReadPageAsync()).QuerySelector(".lm-secret")!.TextContent;

        Assert.True((await world.JoinAsync(code, "li.buys")).IsDone);
        var clerk = await PersonAsync("li.buys", Role.PurchasingClerk);
        var posted = await world.RunAsync(clerk, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Demand, Title = "求购铝棒", Product = "铝棒" });
        Assert.True(posted.IsDone, posted.Message);
        using var browser = await world.BrowserAsync(clerk);
        await browser.PageAsync("/people", HttpStatusCode.Forbidden);
        await browser.PageAsync("/organisations/import", HttpStatusCode.Forbidden);

        var (twin, other) = (await InviteAsync(world.Known.Manager, Role.EnterpriseManager), await InviteAsync(world.Known.Manager, Role.DistrictOfficer));
        Assert.Equal(OutcomeKind.Invalid, twin.Kind);
        Assert.Contains("采购专员、人事专员、党务专员", Assert.Single(other.Errors["role"]));
    }

    [WorldFact]
    public async Task A_firm_is_claimed_by_its_code_once_by_somebody_who_says_who_they_are()
    {
        using var secretary = await world.BrowserAsync(world.Known.Secretary);
        var page = await secretary.PageAsync("/people/claims");
        using var answer = await secretary.SubmitAsync("/people/claims", page, "claims", new() { ["organisations"] = world.Known.Neighbour.ToString() });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var code = (await answer.ReadPageAsync()).QuerySelector(".lm-secret")!.TextContent;

        // Made anew: the code that somebody may have in a chat is good for nothing.
        var again = await ClaimAsync(world.Known.Secretary, world.Known.Neighbour);
        Assert.Equal(Invitations.Unknown, (await world.JoinAsync(code, "too.late")).Message);
        code = Assert.Single(again.Value!).Invitation.Code;

        Assert.Equal("displayName", Assert.Single((await world.JoinAsync(code, "nameless")).Errors).Key);
        using var invitee = world.Anonymous();
        using (var first = await invitee.GetAsync("/join?code=" + code)) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var join = await invitee.PageAsync("/join");
        using (var done = await invitee.SubmitAsync("/join", join, "join", new() { ["displayName"] = "邻家经理", ["userName"] = "neighbour", ["password"] = Person.Password })) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var person = await PersonAsync("neighbour", Role.EnterpriseManager);
        Assert.Equal(world.Known.Neighbour, (await world.ActorAsync(person)).OrganisationId);
        Assert.Equal(Invitations.Unknown, (await world.JoinAsync(code, "second")).Message);
        Assert.Equal(Invitations.Unknown, (await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<AcceptInvitation>(), new() { Code = code })).Message);
        Assert.DoesNotContain(world.Known.Neighbour.ToString(), (await secretary.PageAsync("/people/claims")).Body!.InnerHtml);
    }

    [WorldFact]
    public async Task A_code_that_ran_out_or_is_another_firms_lets_nobody_speak_for_it()
    {
        var (firm, foreign) = (world.Known.Firm, await ClaimAsync(world.Known.Secretary, world.Known.ForeignFirm));
        Assert.Equal(OutcomeKind.Invalid, foreign.Kind);
        Assert.Contains("不在本区县名册", Assert.Single(foreign.Errors["organisations"]));

        var code = Assert.Single((await ClaimAsync(world.Known.Secretary, firm)).Value!).Invitation.Code;
        var elsewhere = await world.RunAsync(world.Known.ForeignManager, s => s.GetRequiredService<AcceptInvitation>(), new() { Code = code });
        Assert.Contains("已代表另一家单位", elsewhere.Message);
        Assert.Equal(OutcomeKind.Denied, (await ClaimAsync(world.Known.Manager, firm)).Kind);

        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(Invitations.Unknown, (await world.JoinAsync(code, "expired")).Message);
        Assert.Equal(0, await world.AccountsAsync("expired"));
    }

    [WorldFact]
    public async Task Somebody_who_was_named_cannot_sign_in_until_invited_and_then_holds_the_posts()
    {
        var alliance = Guid.CreateVersion7();
        var (person, mandate) = await GiveAsync("张指导", new(Role.PartyInstructor, world.Known.Tongliang, alliance, null));
        var row = Assert.Single(await world.RunListAsync(world.Known.Officer), r => r.UserId == person);
        Assert.False(row.CanSignIn);
        Assert.Null((await world.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == person))).PasswordHash);

        var made = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<InvitePerson>(), new() { Id = person });
        Assert.Contains("驻链指导员", made.Value!.Post);
        Assert.Contains("请先退出登录", (await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<AcceptInvitation>(), new() { Code = made.Value!.Code })).Message);
        Assert.True((await world.JoinAsync(made.Value!.Code, "zhang.guides")).IsDone);
        var actor = await world.ActorAsync(new("zhang.guides", Role.PartyInstructor, person));
        Assert.Equal(alliance, Assert.Single(actor.Posts).AllianceId);
        Assert.Equal(mandate, await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person).Select(m => m.Id).SingleAsync()));
        Assert.Contains("已经开户", (await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<InvitePerson>(), new() { Id = person })).Message);
        Assert.Equal(OutcomeKind.NotFound, (await world.RunAsync(world.Known.ForeignOfficer, s => s.GetRequiredService<InvitePerson>(), new() { Id = person })).Kind);
    }

    [WorldFact]
    public async Task A_post_does_not_overlap_itself_and_follows_itself()
    {
        var post = new Post(Role.ServiceCommissioner, world.Known.Tongliang, Guid.CreateVersion7(), world.Known.Firm);
        var day = new DateOnly(2027, 1, 1);
        var (person, _) = await GiveAsync("赵专员", post, day, day.AddDays(89));
        foreach (var (from, to) in new (DateOnly, DateOnly?)[] { (day.AddDays(89), null), (day.AddDays(-10), day), (day, day.AddDays(89)), (day.AddDays(-10), null) })
            Assert.Contains("任期重叠", (await BookAsync(b => b.GiveAsync(person, post, from, to, default))).Problem);
        Assert.NotNull((await BookAsync(b => b.GiveAsync(person, post, day.AddDays(90), null, default))).MandateId);
        Assert.NotNull((await BookAsync(b => b.GiveAsync(person, post with { AllianceId = Guid.CreateVersion7() }, day, null, default))).MandateId);
        Assert.Equal("to", (await BookAsync(b => b.GiveAsync(person, post with { OrganisationId = null }, day, day.AddDays(-1), default))).Field);
    }

    private async Task<(Guid Person, Guid Mandate)> GiveAsync(string name, Post post, DateOnly? from = null, DateOnly? to = null)
    {
        var person = Guid.Empty;
        var given = await BookAsync(async book =>
        {
            person = book.AddPerson(name);
            return await book.GiveAsync(person, post, from ?? LianMeng.Shared.Ui.ChinaTime.Today(world.Clock.GetUtcNow().UtcDateTime), to, default);
        });
        Assert.Equal("", given.Problem);
        return (person, given.MandateId!.Value);
    }

    /// <summary>As a capability that appoints would: within one save of the officer.</summary>
    private async Task<T> BookAsync<T>(Func<MandateBook, Task<T>> work)
        => await world.AsAsync(await world.ActorAsync(world.Known.Officer), async services =>
        {
            var result = await work(services.GetRequiredService<MandateBook>());
            await services.GetRequiredService<LianMeng.Shared.Data.AppDb>().SaveChangesAsync();
            return result;
        });

    private Task<Outcome<IReadOnlyList<MakeClaims.Claim>>> ClaimAsync(Person person, Guid organisation)
        => world.RunAsync(person, s => s.GetRequiredService<MakeClaims>(), new() { Organisations = [organisation] });

    private Task<Outcome<MadeInvitation>> InviteAsync(Person inviter, Role role)
        => world.RunAsync(inviter, s => s.GetRequiredService<MakeInvitation>(), new() { DisplayName = "某人", Role = role });

    private async Task<Person> PersonAsync(string userName, Role role)
        => new(userName, role, await world.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync()));
}

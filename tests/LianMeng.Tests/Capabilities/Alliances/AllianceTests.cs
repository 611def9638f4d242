using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LianMeng.Capabilities.Alliances;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.PartyOrganisations;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Alliances;

/// <summary>An alliance as its people run it, from the approval to the hand-over of the chair; and what is refused on the way.</summary>
public sealed class AllianceTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Known Known => world.Known;

    private DateOnly Today => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [WorldFact]
    public async Task An_alliance_runs_by_its_approval_which_names_members_and_ends_with_its_posts()
    {
        var alliance = await FoundAsync("装备试验联盟");
        var early = await DoAsync<StartAlliance, StartAlliance.Input, Guid>(Known.Secretary, new() { Id = alliance, Reason = "成立" });
        Assert.Equal((OutcomeKind.Refused, true), (early.Kind, early.Message.Contains("登记批复", StringComparison.Ordinal)));
        var wrong = await DoAsync<AddApproval, AddApproval.Input, AddApproval.Added>(Known.Secretary, new() { Id = alliance, Body = "区委组织部", DocumentNumber = "〔2026〕2号", Date = new(2026, 3, 1), Members = "名册外的有限公司" });
        Assert.Contains("名册里没有", Assert.Single(wrong.Errors["members"]), StringComparison.Ordinal);
        Assert.Equal(1, (await MustAsync<AddApproval, AddApproval.Input, AddApproval.Added>(Known.Secretary, new() { Id = alliance, Body = "区委组织部", DocumentNumber = "〔2026〕2号", Date = new(2026, 3, 1), Members = "重庆小石压铸有限公司" })).Members);
        await MustAsync<StartAlliance, StartAlliance.Input, Guid>(Known.Secretary, new() { Id = alliance, Reason = "成立" });

        var post = await MustAsync<AppointToPost, AppointToPost.Input, AppointToPost.Given>(Known.Officer, new() { Id = alliance, Role = Role.ChainLeader, PersonName = "钟试验", From = Today });
        var again = await DoAsync<AppointToPost, AppointToPost.Input, AppointToPost.Given>(Known.Officer, new() { Id = alliance, Role = Role.EnterpriseManager, PersonName = "钟试验" });
        Assert.Contains("不是联盟里的职务", Assert.Single(again.Errors["role"]), StringComparison.Ordinal);
        using var api = await world.ApiAsync(Known.Officer);
        var view = await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}");
        Assert.Equal(["驻链指导员", "轮值单位"], view.GetProperty("holders").GetProperty("vacant").EnumerateArray().Select(v => v.GetString()!));
        Assert.Contains("驻链指导员空缺", (await (await world.BrowserAsync(Known.Officer)).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await MustAsync<DissolveAlliance, DissolveAlliance.Input, Guid>(Known.Officer, new() { Id = alliance, Reason = "并入新的联盟" });
        var posts = await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/mandates");
        Assert.False(posts.GetProperty("items").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == post.Id).GetProperty("isCurrent").GetBoolean());
        Assert.Equal(OutcomeKind.Refused, (await DoAsync<AddMember, AddMember.Input, AddMember.Created>(Known.Secretary, new() { Id = alliance, Organisation = "重庆清溪铝锭有限公司", Reason = "试" })).Kind);
        Assert.True((await world.VerifyLedgerAsync()).IsSound);
    }

    [WorldFact]
    public async Task A_firm_applies_is_taken_in_reviewed_and_counted()
    {
        var alliance = await RunningAsync("申请试验联盟");
        var applied = await MustAsync<ApplyForMembership, ApplyForMembership.Input, ApplyForMembership.Created>(Known.Manager, new() { Id = alliance, Reason = "为链上企业配套" });
        Assert.Equal(OutcomeKind.Refused, (await DoAsync<ApplyForMembership, ApplyForMembership.Input, ApplyForMembership.Created>(Known.Manager, new() { Id = alliance, Reason = "再申请一次" })).Kind);
        var jump = await MoveAsync(applied.Id, MembershipState.Active);
        Assert.Contains("下一步只能是", jump.Message, StringComparison.Ordinal);
        Assert.True((await MoveAsync(applied.Id, MembershipState.Approved)).IsDone && (await MoveAsync(applied.Id, MembershipState.Active)).IsDone);

        // Covered at once; effectively only with a Party organisation or instructor and a service on record.
        Assert.Equal((1, 0), await FiguresAsync(alliance));
        await MustAsync<RecordService, RecordService.Input, Guid>(Known.Secretary, new() { Id = applied.Id, Kind = ServiceKind.Visit, On = Today, Text = "上门走访" });
        Assert.Equal((1, 1), await FiguresAsync(alliance));

        world.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal((1, 0), await FiguresAsync(alliance)); // the service is older than a year
        var due = await (await world.ApiAsync(Known.Secretary)).GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/members?due=true");
        Assert.Equal(applied.Id, due.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid());
        Assert.Equal(1, await MustAsync<DecideReviews, DecideReviews.Input, int>(Known.Secretary, new() { Id = alliance, Members = [applied.Id.ToString()], Decision = ReviewDecision.Keep, Reason = "履行义务" }));
        due = await (await world.ApiAsync(Known.Secretary)).GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/members?due=true");
        Assert.Equal(0, due.GetProperty("total").GetInt32());
    }

    [WorldFact]
    public async Task Members_come_from_a_file_and_the_same_file_again_changes_nothing()
    {
        var alliance = await RunningAsync("名单试验联盟");
        var file = "成员单位,联盟,加入日期,说明\n重庆清溪铝锭有限公司,名单试验联盟,2025-03-01,首批成员\n" + TestCodes.Uscc(2) + ",名单试验联盟,,\n名册外铝业有限公司,名单试验联盟,,\n";
        var report = await ImportAsync<ImportMemberships>(file, commit: false);
        Assert.Equal((2, 1), (report.New, report.RejectedRows));
        Assert.Equal(2, (await ImportAsync<ImportMemberships>(file, commit: true)).New);
        Assert.Equal((0, 2), await ImportAsync<ImportMemberships>(file, commit: true) is var again ? (again.New + again.Changed, again.Same) : default);
        Assert.Equal(new DateOnly(2025, 3, 1), await world.ReadAsync(db => db.Set<Membership>().Where(m => m.AllianceId == alliance && m.OrganisationId == Known.Firm).Select(m => m.JoinedOn).SingleAsync()));
        var entries = "事项,清单,联盟,责任方,期限\n试验用电增容,难题清单,名单试验联盟,重庆清溪铝锭有限公司,2027-01-31\n试验会议,任务,名单试验联盟,,\n";
        Assert.Equal(2, (await ImportAsync<ImportRegisterEntries>(entries, commit: true)).New);
        Assert.Equal(2, (await ImportAsync<ImportRegisterEntries>(entries, commit: true)).Same);
        await MustAsync<DissolveAlliance, DissolveAlliance.Input, Guid>(Known.Officer, new() { Id = alliance, Reason = "试验结束" }); // what its members share ends with it
    }

    [WorldFact]
    public async Task The_chair_rotates_with_a_skip_a_decline_and_a_hand_over_sheet()
    {
        var alliance = await RunningAsync("轮值试验联盟");
        var nobody = await ProposalAsync(alliance);
        Assert.Equal(JsonValueKind.Null, nobody.GetProperty("next").ValueKind);
        Assert.Contains("还没有企业成员", nobody.GetProperty("why").GetString(), StringComparison.Ordinal);

        var members = new List<Guid>();
        for (var i = 0; i < 3; i++) members.Add(await EligibleAsync(alliance, 40 + i));
        var small = await MemberAsync(alliance, "重庆小石压铸有限公司");
        var served = new List<Guid>();
        for (var round = 0; round < 4; round++)
        {
            var proposal = await ProposalAsync(alliance);
            Assert.Contains(proposal.GetProperty("order").EnumerateArray(), o => o.GetProperty("membershipId").GetGuid() == small && o.GetProperty("whyNot").GetArrayLength() > 0);
            var next = proposal.GetProperty("next").GetProperty("membershipId").GetGuid();
            var stale = await DecideAsync(alliance, members.First(m => m != next), ChairDecision.Invite);
            Assert.Equal(OutcomeKind.Conflict, stale.Kind);
            if (round == 1)
            {
                Assert.Contains("reason", (await DecideAsync(alliance, next, ChairDecision.Skip)).Errors.Keys);
                Assert.True((await DecideAsync(alliance, next, ChairDecision.Skip, "正在搬迁厂区")).IsDone);
                next = (await ProposalAsync(alliance)).GetProperty("next").GetProperty("membershipId").GetGuid();
                var declined = (await DecideAsync(alliance, next, ChairDecision.Invite)).Value;
                Assert.True((await AnswerAsync(declined, accept: false, "党支部正在换届")).IsDone);
                next = (await ProposalAsync(alliance)).GetProperty("next").GetProperty("membershipId").GetGuid();
            }

            var term = (await DecideAsync(alliance, next, ChairDecision.Invite)).Value;
            Assert.Equal(OutcomeKind.Refused, (await DecideAsync(alliance, next, ChairDecision.Invite)).Kind); // one at a time
            Assert.Equal(OutcomeKind.NotFound, (await DoAsync<AnswerChairInvitation, AnswerChairInvitation.Input, Guid>(Known.Manager, new() { Id = term, Accept = true })).Kind); // another firm's
            Assert.Equal(OutcomeKind.Invalid, (await AnswerAsync(term, accept: true, null)).Kind); // on behalf: on what ground?
            Assert.True((await AnswerAsync(term, accept: true, "书面答复")).IsDone);
            served.Add(next);
        }

        // The second was skipped and the third declined its term; both stay first in line for those after it.
        Assert.Equal([members[0], members[0], members[1], members[2]], served);
        var terms = await world.ReadAsync(db => db.Set<ChairTerm>().Where(t => t.AllianceId == alliance && t.State == ChairState.Accepted).OrderBy(t => t.From).ToListAsync());
        Assert.All(terms.Zip(terms.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));

        using var api = await world.ApiAsync(Known.Secretary);
        using var sheet = new MemoryStream(await api.GetByteArrayAsync($"/api/chair-terms/{terms[0].Id}/handover.docx"));
        using var word = WordprocessingDocument.Open(sheet, false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => e.Description));
        Assert.Contains("轮值试验联盟轮值交接单", word.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Who_is_chair_leaves_only_when_the_term_is_ended_with_it()
    {
        var alliance = await RunningAsync("退出试验联盟");
        var member = await EligibleAsync(alliance, 50);
        var term = (await DecideAsync(alliance, member, ChairDecision.Invite)).Value;
        await AnswerAsync(term, accept: true, "书面答复");
        var refused = await MoveAsync(member, MembershipState.Left);
        Assert.Contains("正任轮值单位", refused.Message, StringComparison.Ordinal);
        Assert.Contains("正任轮值单位", (await DoAsync<DecideReviews, DecideReviews.Input, int>(Known.Secretary, new() { Id = alliance, Members = [member.ToString()], Decision = ReviewDecision.Leave, Reason = "停产" })).Message, StringComparison.Ordinal);
        Assert.Equal(MembershipState.Active, await world.ReadAsync(db => db.Set<Membership>().Where(m => m.Id == member).Select(m => m.State).SingleAsync()));

        var left = await DoAsync<MoveMembership, MoveMembership.Input, Guid>(Known.Secretary, new() { Id = member, To = MembershipState.Left, Reason = "迁出本区", EndChair = true });
        Assert.True(left.IsDone, left.Message);
        var ended = await world.ReadAsync(db => db.Set<ChairTerm>().SingleAsync(t => t.Id == term));
        Assert.Equal((ChairState.Ended, ChairEnding.Outcome, Today), (ended.State, ended.Reason, ended.To));
        Assert.Contains("轮值单位", (await world.ApiAsync(Known.Officer)) is var api ? (await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}")).GetProperty("holders").GetProperty("vacant").ToString() : "", StringComparison.Ordinal);
    }

    /// <summary>One has applied, the other is a member and chair: what came further counts, whichever entry stays; undone, both are as they were.</summary>
    [WorldTheory]
    [InlineData(70, true)]
    [InlineData(80, false)]
    public async Task Two_entries_of_one_member_become_one_member_and_two_again(int number, bool chairStays)
    {
        var alliance = await RunningAsync($"合并试验联盟{number}");
        var member = await EligibleAsync(alliance, number);
        var term = (await DecideAsync(alliance, member, ChairDecision.Invite)).Value;
        Assert.True((await AnswerAsync(term, accept: true, "书面答复")).IsDone);
        var chair = await world.ReadAsync(db => db.Set<Membership>().Where(m => m.Id == member).Select(m => m.OrganisationId).SingleAsync());
        var name = $"铜梁旧名录{number}厂";
        var other = (await MustAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(Known.Secretary, new() { Name = name, NotListed = true })).Id;
        await MustAsync<AddMember, AddMember.Input, AddMember.Created>(Known.Secretary, new() { Id = alliance, Organisation = name, Reason = "书面申请" });
        var entry = (await MustAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(Known.Secretary, new() { Id = alliance, Kind = RegisterKind.Action, Title = "合并前的事项", Organisation = name })).Id;
        var before = await RowsAsync();

        var (stays, goes) = chairStays ? (chair, other) : (other, chair);
        await MustAsync<MergeOrganisation, MergeOrganisation.Input, MergeOrganisation.Done>(Known.Secretary, new() { Id = stays, OtherId = goes });
        Assert.Equal((1, 0), await FiguresAsync(alliance));
        using var api = await world.ApiAsync(Known.Secretary);
        var one = Assert.Single((await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/members")).GetProperty("items").EnumerateArray());
        Assert.Equal((member, stays), (one.GetProperty("id").GetGuid(), one.GetProperty("organisationId").GetGuid()));
        Assert.Equal(stays, await world.ReadAsync(db => db.Set<ChairTerm>().Where(t => t.Id == term).Select(t => t.OrganisationId).SingleAsync()));
        Assert.Equal(stays, await world.ReadAsync(db => db.Set<RegisterEntry>().Where(e => e.Id == entry).Select(e => e.OwnerOrganisationId).SingleAsync()));
        Assert.Equal(stays, await world.ReadAsync(db => db.Set<PartyCoverage>().Where(c => c.OrganisationId == stays || c.OrganisationId == goes).Select(c => c.OrganisationId).SingleAsync()));
        Assert.Contains("正任轮值单位", (await MoveAsync(member, MembershipState.Left)).Message, StringComparison.Ordinal);

        await MustAsync<UnmergeOrganisation, UnmergeOrganisation.Input, Guid>(Known.Secretary, new() { Id = stays });
        Assert.Equal(before, await RowsAsync());

        Task<string> RowsAsync() => world.ReadAsync(async db => string.Join('\n', (await db.Set<Membership>().Where(m => m.AllianceId == alliance).OrderBy(m => m.Id).ToListAsync()).Select(m => $"{m.Id} {m.OrganisationId} {m.LiveOrganisationId} {m.State}")
            .Concat((await db.Set<ChairTerm>().Where(t => t.AllianceId == alliance).ToListAsync()).Select(t => $"{t.OrganisationId} {t.State}"))
            .Concat((await db.Set<RegisterEntry>().Where(e => e.AllianceId == alliance).ToListAsync()).Select(e => $"{e.OwnerOrganisationId}"))
            .Concat((await db.Set<PartyCoverage>().Where(c => c.OrganisationId == chair || c.OrganisationId == other).ToListAsync()).Select(c => $"{c.OrganisationId}"))));
    }

    /// <summary>Open work of a post that ends falls to the unit that was represented, red until somebody with a post has it.</summary>
    [WorldFact]
    public async Task What_somebody_leaves_open_falls_to_the_unit_and_is_handed_over_at_once()
    {
        var alliance = await RunningAsync("交接试验联盟");
        var leaving = await AppointAsync("辛离任", Role.ServiceCommissioner, "重庆清溪铝锭有限公司");
        var coming = await AppointAsync("辛接任", Role.CommitteeMember, null);
        foreach (var title in new[] { "协调用电增容", "走访两家企业" })
            await MustAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(Known.Secretary, new() { Id = alliance, Kind = RegisterKind.Action, Title = title, UserId = leaving.User });
        Assert.Equal(0, await RedAsync());

        await MustAsync<EndAppointment, EndAppointment.Input, Guid>(Known.Secretary, new() { Id = leaving.Post, Reason = "调离" });
        Assert.Equal(2, await RedAsync());
        Assert.Contains("2 项清单事项的责任人已离任", (await (await world.BrowserAsync(Known.Officer)).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("责任人已离任，由本单位接办", (await (await world.BrowserAsync(Known.Manager)).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("任职的人", Assert.Single((await HandOverAsync(Known.Manager.Id)).Errors["toId"]), StringComparison.Ordinal);
        Assert.Contains("另一个人", Assert.Single((await HandOverAsync(leaving.User)).Errors["toId"]), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Denied, (await DoAsync<HandOverEntries, HandOverEntries.Input, int>(Known.Officer, new() { Id = alliance, FromId = leaving.User, ToId = coming.User })).Kind);
        var handed = await HandOverAsync(coming.User);
        Assert.Equal((true, 2), (handed.IsDone, handed.Value));
        Assert.Equal(0, await RedAsync());
        Assert.Contains("可能已经移交", (await HandOverAsync(coming.User)).Message, StringComparison.Ordinal);

        Task<Outcome<int>> HandOverAsync(Guid to) => DoAsync<HandOverEntries, HandOverEntries.Input, int>(Known.Secretary, new() { Id = alliance, FromId = leaving.User, ToId = to });

        async Task<int> RedAsync() => (await (await world.ApiAsync(Known.Secretary)).GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/registers?handOver=true")).GetProperty("total").GetInt32();

        async Task<(Guid Post, Guid User)> AppointAsync(string person, Role role, string? unit)
        {
            var post = (await MustAsync<AppointToPost, AppointToPost.Input, AppointToPost.Given>(Known.Secretary, new() { Id = alliance, Role = role, PersonName = person, Organisation = unit })).Id;
            return (post, await world.ReadAsync(db => db.Set<LianMeng.Capabilities.Accounts.Mandate>().Where(m => m.Id == post).Select(m => m.UserId).SingleAsync()));
        }
    }

    [WorldFact]
    public async Task Each_tier_does_its_own_and_a_post_in_one_alliance_carries_nothing_in_another()
    {
        var (own, other) = (Known.Own.Alliance, await RunningAsync("层级试验联盟"));
        // The officer sees and reminds, and does not act.
        Assert.Equal(OutcomeKind.Denied, (await DoAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(Known.Officer, new() { Id = own, Kind = RegisterKind.Action, Title = "越权" })).Kind);
        Assert.True(await MustAsync<RemindAlliance, RemindAlliance.Input, int>(Known.Officer, new() { Id = own, To = RemindAlliance.Audience.Firms, Text = "请于月底前报完成情况" }) >= 1);
        Assert.True(await world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.UserId == Known.Manager.Id && n.Text.Contains("月底前"))));

        // The firm reports its own entry, the committee strikes it off; the firm cannot.
        var done = await MustAsync<MoveEntry, MoveEntry.Input, Guid>(Known.Manager, new() { Id = Known.Own.Entry, Step = EntryStep.Finish, Text = "已经通电" });
        Assert.Equal(OutcomeKind.Refused, (await DoAsync<MoveEntry, MoveEntry.Input, Guid>(Known.Manager, new() { Id = done, Step = EntryStep.StrikeOff, Text = "自己销号" })).Kind);
        await MustAsync<MoveEntry, MoveEntry.Input, Guid>(Known.Secretary, new() { Id = done, Step = EntryStep.StrikeOff, Text = "现场查看" });
        Assert.Equal(OutcomeKind.NotFound, (await DoAsync<MoveEntry, MoveEntry.Input, Guid>(Known.Manager, new() { Id = (await MustAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(Known.Secretary, new() { Id = own, Kind = RegisterKind.Action, Title = "委员会自己的" })).Id, Step = EntryStep.Finish, Text = "不是我的" })).Kind);

        // A deputy of one alliance acts there and nowhere else, and sees inside no other.
        var deputy = Actor.Person(Guid.CreateVersion7(), "副书记", [new(Role.DeputySecretary, Known.Tongliang, own, null)], [Known.Tongliang, DistrictIds.City], Known.Tongliang);
        Assert.True((await world.AsAsync(deputy, s => s.GetRequiredService<RaiseEntry>().RunAsync(new() { Id = own, Kind = RegisterKind.Action, Title = "副书记登记" }))).IsDone);
        var elsewhere = await world.AsAsync(deputy, s => s.GetRequiredService<RaiseEntry>().RunAsync(new() { Id = other, Kind = RegisterKind.Action, Title = "越界" }));
        Assert.Contains("没有能办这件事的职务", elsewhere.Message, StringComparison.Ordinal);
        Assert.False((await world.AsAsync(deputy, s => s.GetRequiredService<ShowAlliance>().RunAsync(new() { Id = other }))).Value!.Inside);
    }

    [WorldFact]
    public async Task A_listing_for_the_alliance_is_seen_by_its_members_alone()
    {
        var listing = await MustAsync<PostListing, PostListing.Input, PostListing.Created>(Known.Manager, new() { Kind = ListingKind.Supply, Title = "供应联盟内专用铝锭", Product = "铝合金锭", Visibility = ListingVisibility.Alliance });
        var neighbour = Actor.Person(Guid.CreateVersion7(), "邻居", [new(Role.EnterpriseManager, Known.Tongliang, null, Known.Neighbour)], [Known.Tongliang, DistrictIds.City], Known.Tongliang);
        Assert.False(await SeenAsync());
        var alliance = await RunningAsync("可见试验联盟");
        var mine = await MemberAsync(alliance, "重庆清溪铝锭有限公司");
        await MemberAsync(alliance, "重庆小石压铸有限公司");
        Assert.True(await SeenAsync());
        await Settling.UntilAsync("the matcher follows membership", async () => (await world.AsAsync(neighbour, s => s.GetRequiredService<LianMeng.Capabilities.Matching.FindMatches>().RunAsync(new() { Text = "联盟内专用铝锭", Kind = LianMeng.Engine.Matching.MatchKind.Demand }))).Value!.Items.Any(i => i.ListingId == listing.Id));
        await MoveAsync(mine, MembershipState.Left);
        Assert.False(await SeenAsync());

        async Task<bool> SeenAsync() => (await world.AsAsync(neighbour, s => s.GetRequiredService<ShowListing>().RunAsync(new() { Id = listing.Id }))).IsDone;
    }

    private async Task<Guid> FoundAsync(string name)
        => (await MustAsync<FoundAlliance, FoundAlliance.Input, FoundAlliance.Created>(Known.Secretary, new() { Kind = AllianceKind.PartyBuildingAlliance, Name = name, Reason = "部署" })).Id;

    private async Task<Guid> RunningAsync(string name)
    {
        var alliance = await FoundAsync(name);
        await MustAsync<AddApproval, AddApproval.Input, AddApproval.Added>(Known.Secretary, new() { Id = alliance, Body = "区委组织部", DocumentNumber = "〔2026〕9号", Date = new(2026, 3, 1) });
        await MustAsync<StartAlliance, StartAlliance.Input, Guid>(Known.Secretary, new() { Id = alliance, Reason = "成立" });
        return alliance;
    }

    private async Task<Guid> MemberAsync(Guid alliance, string firm)
    {
        var id = (await MustAsync<AddMember, AddMember.Input, AddMember.Created>(Known.Secretary, new() { Id = alliance, Organisation = firm, Reason = "书面申请" })).Id;
        Assert.True((await MoveAsync(id, MembershipState.Approved)).IsDone && (await MoveAsync(id, MembershipState.Active)).IsDone);
        return id;
    }

    /// <summary>A new firm large enough, with a Party branch, judged fit.</summary>
    private async Task<Guid> EligibleAsync(Guid alliance, int number)
    {
        var name = $"重庆轮值{number}号铝业有限公司";
        await MustAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(Known.Secretary, new() { Name = name, Uscc = TestCodes.Uscc(number), RegionCode = "500151", IndustryCode = "3252", Staff = 400, Revenue = 9000, Assets = 9000 });
        await MustAsync<RegisterPartyOrganisation, RegisterPartyOrganisation.Input, RegisterPartyOrganisation.Created>(Known.Secretary, new() { Name = name + "党支部", Type = PartyOrganisationType.Branch, FullMembers = 8, Covers = name });
        var member = await MemberAsync(alliance, name);
        await MustAsync<JudgeMember, JudgeMember.Input, Guid>(Known.Secretary, new() { Id = member, IsFit = true, Reason = "委员会认定" });
        return member;
    }

    private Task<Outcome<Guid>> MoveAsync(Guid membership, MembershipState to) => DoAsync<MoveMembership, MoveMembership.Input, Guid>(Known.Secretary, new() { Id = membership, To = to, Reason = "委员会审议" });

    private Task<Outcome<Guid>> DecideAsync(Guid alliance, Guid membership, ChairDecision decision, string? reason = null)
        => DoAsync<DecideRotation, DecideRotation.Input, Guid>(Known.Secretary, new() { Id = alliance, MembershipId = membership, Decision = decision, Reason = reason });

    private Task<Outcome<Guid>> AnswerAsync(Guid term, bool accept, string? reason)
        => DoAsync<AnswerChairInvitation, AnswerChairInvitation.Input, Guid>(Known.Secretary, new() { Id = term, Accept = accept, Reason = reason });

    private async Task<JsonElement> ProposalAsync(Guid alliance)
    {
        using var api = await world.ApiAsync(Known.Secretary);
        return (await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/rotation")).GetProperty("proposal");
    }

    /// <summary>Each figure as the page says it, and as its records count.</summary>
    private async Task<(int Covered, int Effective)> FiguresAsync(Guid alliance)
    {
        using var api = await world.ApiAsync(Known.Secretary);
        var view = await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}");
        var figures = (view.GetProperty("covered").GetInt32(), view.GetProperty("effective").GetInt32());
        Assert.Equal(figures.Item1, (await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/members?covered=true")).GetProperty("total").GetInt32());
        Assert.Equal(figures.Item2, (await api.GetFromJsonAsync<JsonElement>($"/api/alliances/{alliance}/members?effective=true")).GetProperty("total").GetInt32());
        return figures;
    }

    private async Task<ImportReport> ImportAsync<TImport>(string csv, bool commit) where TImport : ImportCommand
    {
        var outcome = await world.AsAsync(await world.ActorAsync(Known.Secretary), async services =>
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
            var hash = await services.GetRequiredService<FileStore>().KeepUploadAsync(Known.Tongliang, content, default);
            return await services.GetRequiredService<TImport>().RunAsync(new ImportCommand.Input { FileHash = hash, FileName = "名单.csv", Commit = commit });
        });
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!;
    }

    private async Task<Outcome<TResult>> DoAsync<TCommand, TInput, TResult>(Person person, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
        => await world.RunAsync<TInput, TResult>(person, s => s.GetRequiredService<TCommand>(), input);

    private async Task<TResult> MustAsync<TCommand, TInput, TResult>(Person person, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
    {
        var outcome = await DoAsync<TCommand, TInput, TResult>(person, input);
        Assert.True(outcome.IsDone, $"{typeof(TCommand).Name}: {outcome.Message} {string.Join(' ', outcome.Errors.SelectMany(e => e.Value))}");
        return outcome.Value!;
    }
}

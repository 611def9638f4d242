using LianMeng.Capabilities.Calendars;
using LianMeng.Capabilities.Difficulties;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Difficulties;

/// <summary>The closed loop: who may take which step, what opens it again, and that every stored limit is what the facts say.</summary>
public sealed class DifficultyTests(TestWorld world) : IClassFixture<TestWorld>, IAsyncLifetime
{
    private readonly DifficultyCast cast = new(world);

    public async ValueTask InitializeAsync()
    {
        if (TestDatabase.IsAvailable) await cast.ComeAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [WorldFact]
    public async Task Each_firm_says_for_itself_and_one_not_satisfied_opens_it_again()
    {
        var id = await cast.LedAsync("厂门口道路坑洼，货车难进", DifficultyCast.Roads, firms: "重庆小石压铸有限公司");
        await cast.RefusedAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "已经修好" }, "先签收");
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Section = "养护科" });
        await cast.RefusedAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Satisfied }, "还没有答复");
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "路面已经铺好" });

        // Nobody says it in the firms' place: not the unit, not the secretary; a firm for itself, and only once.
        Assert.Equal(OutcomeKind.Denied, (await cast.TryAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Rating = DifficultyRating.Satisfied })).Kind);
        Assert.Equal(OutcomeKind.Denied, (await cast.TryAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Secretary, new() { Id = id, Rating = DifficultyRating.Satisfied })).Kind);
        await cast.DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Neighbour, new() { Id = id, Rating = DifficultyRating.Satisfied });
        await cast.RefusedAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Neighbour, new() { Id = id, Rating = DifficultyRating.Dissatisfied, Text = "又坏了" }, "已经评价过");
        Assert.Equal(DifficultyState.Answered, (await cast.FindAsync(id)).State);
        await cast.RefusedAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Dissatisfied }, "还有什么没解决");
        await cast.DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Dissatisfied, Text = "南门还是坑" });

        var reopened = await cast.FindAsync(id);
        Assert.Equal((DifficultyState.InProgress, 2, DifficultyTaskState.InProgress), (reopened.State, reopened.Round, reopened.Lead!.State));
        Assert.Equal([DifficultyRating.Satisfied, null], reopened.Beneficiaries.OrderBy(b => b.OrganisationId == world.Known.Firm).Select(b => b.Rating)); // the other's stands
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "南门也铺好了" });
        await cast.DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Satisfied });
        var closed = await cast.FindAsync(id);
        Assert.Equal((DifficultyState.Closed, null), (closed.State, closed.NextLimitAt));

        var clocks = (await world.AsAsync(cast.Secretary, s => s.GetRequiredService<ShowDifficultyClocks>().RunAsync(new() { Id = id }))).Must().Clocks;
        Assert.Equal(["Handle 1 Met", "Handle 2 Met"], clocks.Where(c => c.Kind == "Handle").OrderBy(c => c.Round).Select(c => $"{c.Kind} {c.Round} {c.State}"));
        Assert.Equal("Met", Assert.Single(clocks, c => c.Kind == "Firm").State);
        var told = (await cast.ShowAsync(cast.Firm, id)).Timeline;
        Assert.Contains(told, l => l.Words == "难题：企业评价不满意" && l.Who == "重庆清溪铝锭有限公司");
        Assert.Contains(told, l => l.Words == "难题：牵头单位答复" && l.Who == DifficultyCast.Roads);
    }

    [WorldFact]
    public async Task Whoever_was_silent_is_asked_by_somebody_outside_and_stays_unrated()
    {
        var id = await cast.LedAsync("园区班车末班太早", DifficultyCast.Roads, DifficultyTrack.Quick, "重庆小石压铸有限公司");
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id });
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Explained, Text = "末班延到二十一点" });
        await cast.DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Satisfied });
        Assert.Equal(OutcomeKind.Denied, (await cast.TryAsync<FollowUpDifficulty, FollowUpDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, OrganisationId = world.Known.Neighbour, Text = "没接" })).Kind);
        var atUnit = Actor.Person(Guid.CreateVersion7(), "测试", [new(Role.AllianceSecretary, world.Known.Tongliang, null, null), new(Role.Liaison, world.Known.Tongliang, null, cast.UnitOf(DifficultyCast.Roads))], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
        await cast.RefusedAsync<FollowUpDifficulty, FollowUpDifficulty.Input>(atUnit, new() { Id = id, OrganisationId = world.Known.Neighbour, Text = "没接" }, "不能回访自己单位");
        await cast.DoAsync<FollowUpDifficulty, FollowUpDifficulty.Input>(cast.Secretary, new() { Id = id, OrganisationId = world.Known.Neighbour, Text = "电话没接通" });
        var closed = await cast.FindAsync(id);
        Assert.Equal(DifficultyState.Closed, closed.State);
        Assert.Null(closed.Beneficiaries.Single(b => b.OrganisationId == world.Known.Neighbour).Rating); // silence is not satisfaction

        await cast.DoAsync<ReopenDifficulty, ReopenDifficulty.Input>(cast.Secretary, new() { Id = id, Reason = "企业来电说没有执行" });
        Assert.Equal(DifficultyState.InProgress, (await cast.FindAsync(id)).State);
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "本周起执行" });
        await cast.DoAsync<FollowUpDifficulty, FollowUpDifficulty.Input>(cast.Secretary, new() { Id = id, OrganisationId = world.Known.Neighbour, Rating = DifficultyRating.Satisfied, Text = "电话里说可以" });
        Assert.Equal(DifficultyState.Answered, (await cast.FindAsync(id)).State); // reopened by the secretary, everybody is asked again
        await cast.DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(cast.Firm, new() { Id = id, Rating = DifficultyRating.Satisfied });
        closed = await cast.FindAsync(id);
        Assert.Equal((DifficultyState.Closed, true), (closed.State, closed.Beneficiaries.Single(b => b.OrganisationId == world.Known.Neighbour).IsByPhone));
    }

    [WorldFact]
    public async Task Not_ours_names_whose_it_is_and_the_second_time_the_leader_rules()
    {
        var id = await cast.LedAsync("厂区上空线路迁改", DifficultyCast.Power);
        var first = await cast.TaskAsync(id, DifficultyCast.Power);
        await cast.RefusedAsync<DisputeDifficulty, DisputeDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Reason = "不是我们的" }, "归谁管");
        await cast.DoAsync<DisputeDifficulty, DisputeDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Reason = "迁改由交通部门统筹", Whose = DifficultyCast.Roads });
        await cast.RefusedAsync<RuleDifficulty, RuleDifficulty.Input>(cast.Secretary, new() { Id = id, TaskId = first, Reason = "应由交通局" }, "改由哪个单位");
        await cast.DoAsync<RuleDifficulty, RuleDifficulty.Input>(cast.Secretary, new() { Id = id, TaskId = first, Unit = DifficultyCast.Roads, Reason = "应由交通局统筹" });
        Assert.Equal(OutcomeKind.NotFound, (await cast.TryAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "已经办了" })).Kind);

        await cast.DoAsync<DisputeDifficulty, DisputeDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Reason = "线路是供电资产", Whose = DifficultyCast.Power });
        var second = await cast.TaskAsync(id, DifficultyCast.Roads);
        Assert.Equal((2, true), ((await cast.FindAsync(id)).Bounces, (await cast.FindAsync(id)).TaskOf(second)!.IsElevated));
        await cast.RefusedAsync<RuleDifficulty, RuleDifficulty.Input>(cast.Secretary, new() { Id = id, TaskId = second, Stays = true, Reason = "还是交通局" }, "包链领导");
        await cast.DoAsync<RuleDifficulty, RuleDifficulty.Input>(cast.Leader, new() { Id = id, TaskId = second, Stays = true, Reason = "由交通局牵头到底" });
        await cast.RefusedAsync<DisputeDifficulty, DisputeDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Reason = "再说一次不是", Whose = DifficultyCast.Power }, "已经裁定");

        // The firm's clock never stopped and never began anew; what the units argued about it does not read.
        var clocks = (await world.AsAsync(cast.Secretary, s => s.GetRequiredService<ShowDifficultyClocks>().RunAsync(new() { Id = id }))).Must().Clocks;
        Assert.Equal((await cast.FindAsync(id)).RaisedAt, Assert.Single(clocks, c => c.Kind == "Firm").Start.UtcDateTime, TimeSpan.FromSeconds(5));
        var seen = await cast.ShowAsync(cast.Firm, id);
        Assert.All(seen.Tasks, t => Assert.Null(t.DisputeReason));
        Assert.DoesNotContain(seen.Timeline, l => l.Words.Contains("异议", StringComparison.Ordinal) || l.Words.Contains("裁定", StringComparison.Ordinal));
        Assert.Contains((await cast.ShowAsync(cast.Secretary, id)).Timeline, l => l.Words == "难题：提请");
    }

    [WorldFact]
    public async Task The_lead_waits_for_those_who_assist_and_more_time_is_asked_for()
    {
        var id = await cast.LedAsync("二期用地手续", DifficultyCast.Power);
        await cast.DoAsync<AssignDifficulty, AssignDifficulty.Input>(cast.Secretary, new() { Id = id, Unit = DifficultyCast.Town, Request = "出具村社意见" });
        var town = await cast.TaskAsync(id, DifficultyCast.Town);
        await cast.DoAsync<AssignDifficulty, AssignDifficulty.Input>(cast.Secretary, new() { Id = id, Unit = DifficultyCast.Roads, After = [town] });
        await cast.RefusedAsync<AssignDifficulty, AssignDifficulty.Input>(cast.Secretary, new() { Id = id, Unit = DifficultyCast.Town }, "已经在办");
        await cast.RefusedAsync<AssignDifficulty, AssignDifficulty.Input>(cast.Secretary, new() { Id = id, Unit = "重庆小石压铸有限公司" }, "不交办给企业");
        foreach (var unit in new[] { DifficultyCast.Power, DifficultyCast.Town, DifficultyCast.Roads }) await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(unit), new() { Id = id });
        await cast.RefusedAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "都办好了" }, "协办单位没有答复");
        await cast.RefusedAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Roads), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "道路无碍" }, "前置任务");
        Assert.Null((await cast.FindAsync(id)).TaskOf(await cast.TaskAsync(id, DifficultyCast.Roads))!.LimitAt); // its clock has not started

        // The lead decides on an assisting unit's extension, the secretary on the lead's; the town may not decide on its own.
        var before = (await cast.FindAsync(id)).TaskOf(town)!.LimitAt!.Value;
        var until = DateOnly.FromDateTime(before.AddHours(8)).AddDays(10);
        await cast.DoAsync<ExtendDifficulty, ExtendDifficulty.Input>(cast.Of(DifficultyCast.Town), new() { Id = id, Until = until, Reason = "村社会议在下周" });
        var request = (await cast.FindAsync(id)).Requests.Single().Id;
        await cast.RefusedAsync<DecideDifficultyRequest, DecideDifficultyRequest.Input>(cast.Of(DifficultyCast.Town), new() { Id = id, RequestId = request, Approve = true }, "牵头单位批准");
        await cast.DoAsync<DecideDifficultyRequest, DecideDifficultyRequest.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, RequestId = request, Approve = true });
        Assert.True((await cast.FindAsync(id)).TaskOf(town)!.LimitAt > before.AddDays(9));
        Assert.Contains((await cast.ShowAsync(cast.Firm, id)).Requests, r => r.Reason == "村社会议在下周"); // the firm reads why

        await cast.DoAsync<PauseDifficulty, PauseDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Waits = WaitReason.Firm, Text = "请企业补红线图" });
        Assert.Equal(WaitReason.Firm, (await cast.FindAsync(id)).Lead!.Waits);
        await cast.DoAsync<ResumeDifficulty, ResumeDifficulty.Input>(cast.Firm, new() { Id = id });
        await cast.RefusedAsync<ResumeDifficulty, ResumeDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id }, "没有暂停计时");
        await cast.DoAsync<PauseDifficulty, PauseDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Waits = WaitReason.Deferred, Text = "等市里统一安排" });
        Assert.Null((await cast.FindAsync(id)).Lead!.Waits); // only asked for
        var deferral = (await cast.FindAsync(id)).Requests.Single(r => r.Type == DifficultyRequestType.Deferral).Id;
        await cast.DoAsync<DecideDifficultyRequest, DecideDifficultyRequest.Input>(cast.Secretary, new() { Id = id, RequestId = deferral, Approve = true });
        Assert.Equal(WaitReason.Deferred, (await cast.FindAsync(id)).Lead!.Waits);
        await cast.RefusedAsync<ResumeDifficulty, ResumeDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id }, "由书记恢复");
        await cast.DoAsync<ResumeDifficulty, ResumeDifficulty.Input>(cast.Secretary, new() { Id = id });

        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Town), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "意见已出" });
        Assert.NotNull((await cast.FindAsync(id)).TaskOf(await cast.TaskAsync(id, DifficultyCast.Roads))!.LimitAt); // now it runs
        await cast.DoAsync<ReassignDifficulty, ReassignDifficulty.Input>(cast.Secretary, new() { Id = id, TaskId = await cast.TaskAsync(id, DifficultyCast.Roads), Reason = "不再需要交通局" });
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "手续办结" });
        Assert.Equal(DifficultyState.Answered, (await cast.FindAsync(id)).State);
    }

    [WorldFact]
    public async Task A_project_runs_by_milestones_that_the_firm_sees()
    {
        var id = await cast.LedAsync("一百一十千伏线路横穿厂区", DifficultyCast.Power, DifficultyTrack.Project);
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id });
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        foreach (var (text, because) in new[] { ("下个月完成", "开头应是日期"), ($"{today:yyyy-MM-dd} 今天完成", "今天以后"), ($"{today.AddDays(40):yyyy-MM-dd}", "写明到时完成什么") })
            await cast.RefusedAsync<PlanMilestones, PlanMilestones.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Text = text }, because);
        await cast.DoAsync<PlanMilestones, PlanMilestones.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Text = $"{today.AddDays(90):yyyy年M月d日}：立塔放线\n{today.AddDays(30):yyyy/M/d} 完成路径批复" });
        var planned = await cast.FindAsync(id);
        Assert.Equal(["完成路径批复", "立塔放线"], planned.Milestones.OrderBy(m => m.Due).Select(m => m.Title));
        Assert.Equal(["完成路径批复", "立塔放线"], (await cast.ShowAsync(cast.Firm, id)).Milestones.Select(m => m.Title));
        await cast.RefusedAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "都办好了" }, "节点没有完成");
        // More time for a milestone moves that one and no other.
        await cast.DoAsync<ExtendDifficulty, ExtendDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Until = today.AddDays(45), Reason = "路径评审会推迟" });
        await cast.DoAsync<DecideDifficultyRequest, DecideDifficultyRequest.Input>(cast.Secretary, new() { Id = id, RequestId = (await cast.FindAsync(id)).Requests.Single().Id, Approve = true });
        var moved = await cast.FindAsync(id);
        Assert.Equal([today.AddDays(45), today.AddDays(90)], moved.Milestones.Select(m => m.Due).Order());
        Assert.True(moved.NextLimitAt >= ChinaTime.StartOf(today.AddDays(45)));
        foreach (var milestone in planned.Milestones)
            await cast.DoAsync<MeetMilestone, MeetMilestone.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, MilestoneId = milestone.Id, Evidence = "批复文号渝电〔2026〕1号" });
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(cast.Of(DifficultyCast.Power), new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "线路已改" });
        var clocks = (await world.AsAsync(cast.Firm, s => s.GetRequiredService<ShowDifficultyClocks>().RunAsync(new() { Id = id }))).Must().Clocks;
        Assert.Equal(2, clocks.Count(c => c is { Kind: "Milestone", State: "Met" }));
    }

    [WorldFact]
    public async Task It_is_seen_by_those_concerned_and_by_nobody_else()
    {
        var id = await cast.LedAsync("员工子女入学", DifficultyCast.Town);
        var stranger = cast.Neighbour;
        Actor[] strangers = [stranger, cast.Of(DifficultyCast.Roads), await world.ActorAsync(world.Known.ForeignSecretary), await world.ActorAsync(world.Known.ForeignManager)];
        foreach (var actor in strangers)
        {
            Assert.Equal(OutcomeKind.NotFound, (await world.AsAsync(actor, s => s.GetRequiredService<ShowDifficulty>().RunAsync(new() { Id = id }))).Kind);
            Assert.DoesNotContain((await world.AsAsync(actor, s => s.GetRequiredService<ListDifficulties>().RunAsync(new() { PageSize = 200 }))).Must().Items, r => r.Id == id);
            Assert.Equal(OutcomeKind.NotFound, (await cast.TryAsync<NoteDifficulty, NoteDifficulty.Input>(actor, new() { Id = id, Text = "我也来说" })).Kind);
        }

        await cast.DoAsync<NoteDifficulty, NoteDifficulty.Input>(cast.Of(DifficultyCast.Town), new() { Id = id, Text = "内部：学位紧张", Internal = true });
        await cast.DoAsync<NoteDifficulty, NoteDifficulty.Input>(cast.Firm, new() { Id = id, Text = "共有六个孩子" });
        await cast.RefusedAsync<NoteDifficulty, NoteDifficulty.Input>(cast.Firm, new() { Id = id, Text = "内部？", Internal = true }, "内部留言");
        Assert.Equal(["共有六个孩子"], (await cast.ShowAsync(cast.Firm, id)).Notes.Select(n => n.Text));
        Assert.Equal(2, (await cast.ShowAsync(cast.Of(DifficultyCast.Town), id)).Notes.Count);

        await cast.DoAsync<JoinDifficulty, JoinDifficulty.Input>(cast.Secretary, new() { Id = id, Firm = "重庆小石压铸有限公司" });
        Assert.Equal(2, (await cast.ShowAsync(stranger, id)).Firms.Count);
    }

    [WorldFact]
    public async Task Merged_with_the_same_problem_and_taken_apart_again()
    {
        var one = await cast.LedAsync("东门积水", DifficultyCast.Town);
        var two = await cast.RaiseAsync("厂区东门一下雨就积水", by: cast.Neighbour);
        var number = (await cast.FindAsync(one)).Number;
        await cast.RefusedAsync<MergeDifficulty, MergeDifficulty.Input>(cast.Secretary, new() { Id = two, Into = "铜梁-1999-0001" }, "没有这个编号");
        await cast.DoAsync<MergeDifficulty, MergeDifficulty.Input>(cast.Secretary, new() { Id = two, Into = number });
        Assert.Equal(2, (await cast.FindAsync(one)).Beneficiaries.Count);
        await cast.RefusedAsync<AcceptDifficulty, AcceptDifficulty.Input>(cast.Secretary, new() { Id = two, Track = DifficultyTrack.Quick }, "已合并");
        await cast.DoAsync<UnmergeDifficulty, UnmergeDifficulty.Input>(cast.Secretary, new() { Id = two });
        Assert.Equal((1, DifficultyState.Raised), ((await cast.FindAsync(one)).Beneficiaries.Count, (await cast.FindAsync(two)).State));

        await cast.RefusedAsync<WithdrawDifficulty, WithdrawDifficulty.Input>(cast.Secretary, new() { Id = two, Reason = "不办了" }, "由登记难题的人");
        await cast.DoAsync<RefuseDifficulty, RefuseDifficulty.Input>(cast.Secretary, new() { Id = two, Reason = "属于市政管网，不归本区", Body = "市排水集团" });
        Assert.Equal("市排水集团", (await cast.ShowAsync(cast.Neighbour, two)).RightBody);
        await cast.DoAsync<HandOverDifficulty, HandOverDifficulty.Input>(cast.Secretary, new() { Id = one, Target = HandOverTarget.PolicyGap, Reason = "排水费标准没有依据，转政策室" });
        await cast.RefusedAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(DifficultyCast.Town), new() { Id = one }, "已转出");
    }

    [WorldFact]
    public async Task Stored_limits_are_what_the_facts_say()
    {
        var id = await cast.LedAsync("车间用电增容", DifficultyCast.Power);
        await cast.DoAsync<AssignDifficulty, AssignDifficulty.Input>(cast.Secretary, new() { Id = id, Unit = DifficultyCast.Town, Days = 2 });
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(cast.Of(DifficultyCast.Town), new() { Id = id });
        var stored = await cast.FindAsync(id);
        var replayed = await world.AsAsync(cast.Secretary, s => s.GetRequiredService<DifficultyClocks>().OfAsync(id, [], default));
        Assert.Equal(CaseClocks.NextLimit(replayed)!.Value.UtcDateTime, stored.NextLimitAt);
        Assert.Equal(DifficultyClocks.ByTask(replayed), stored.Tasks.ToDictionary(t => t.Id, t => t.LimitAt!.Value));
        Assert.Equal(stored.NextLimitAt, stored.Tasks.Min(t => t.LimitAt)); // the one not acknowledged
        Assert.StartsWith("铜梁-", stored.Number, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_notice_of_holidays_moves_the_limits_that_run()
    {
        var id = await cast.LedAsync("污水管网接入", DifficultyCast.Town);
        var before = (await cast.FindAsync(id)).NextLimitAt!.Value;
        (await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<EnterHolidayNotice>(), new EnterHolidayNotice.Input { Number = "测试〔2026〕1号", IssuedOn = ChinaTime.Today(DateTime.UtcNow), Text = $"测试节 {ChinaTime.Today(before):yyyy-MM-dd} 放假" })).Must();
        await world.SettleAsync();
        Assert.True((await cast.FindAsync(id)).NextLimitAt > before);
        Assert.True(await world.ReadAsync(db => db.Set<LedgerEntry>().AnyAsync(e => e.Kind == nameof(DifficultyLimitsRecounted))));
    }
}

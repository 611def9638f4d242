using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Difficulties;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>Invented difficulties of invented firms, one at every place of the loop; each step is taken by the account that may take it. A district that has difficulties is left as it is.</summary>
internal sealed class DemonstrationDifficulties(ConsoleHost host)
{
    private enum Fate { Raised, Refused, Accepted, Assigned, InProgress, Assisted, ExtensionAsked, WaitsForFirm, Disputed, Project, Answered, Reopened, Closed }

    private sealed record Plan(string Region, string By, string Title, string Text, DifficultyCategory Category, string? Place, Fate Fate, string? Lead = null, string? Assist = null, string? Firms = null, DifficultyLevel Level = DifficultyLevel.Ordinary);

    private const string EcoTl = "unit-eco-tl", ParkTl = "unit-park-tl", TownTl = "unit-town-tl", EcoJlp = "unit-eco-jlp", TownJlp = "unit-town-jlp";

    private static readonly Plan[] Plans =
    [
        new("500151", "firm-ebike", "110 千伏线路横穿二期地块，无法开工", "二期 150 亩地块上空有一条 110 千伏线路，塔基占地约 300 平方米，厂房无法放线。希望明确迁改路径和时间。", DifficultyCategory.Energy, "蒲吕组团二期地块", Fate.Project, EcoTl, ParkTl, Level: DifficultyLevel.Important),
        new("500151", "firm-ebike", "厂区门口道路坑洼，货车进出困难", "雨后积水约 20 厘米，货车底盘刮擦；上下班高峰堵在门口。", DifficultyCategory.Roads, "龙腾大道与工业三路口", Fate.Assisted, ParkTl, TownTl, "重庆漩钧电机有限公司\n重庆珩熔压铸有限公司\n重庆岫鋆精密压铸有限公司"),
        new("500151", "firm-ebike", "新车型 3C 认证检测排队太久", "检测机构排期到两个月后，影响上市。", DifficultyCategory.Permits, null, Fate.ExtensionAsked, EcoTl),
        new("500151", "firm-ebike", "总装车间招不到夜班工人", "夜班缺 40 人，已在三家平台发布。", DifficultyCategory.Labour, null, Fate.Answered, EcoTl),
        new("500151", "secretary-tl", "园区班车末班太早，员工下班没车", "多家企业反映 20:30 后没有班车。", DifficultyCategory.DailyLife, "高新区", Fate.Reopened, ParkTl, null, "重庆岚骁驿电动车股份有限公司\n重庆辚圜车轮有限公司"),
        new("500151", "secretary-tl", "锂电池仓库消防验收标准不清", "不同科室给出的间距要求不一致。", DifficultyCategory.Environment, null, Fate.Disputed, EcoTl, null, "重庆沄蓄岑新能源有限公司", DifficultyLevel.Urgent),
        new("500151", "firm-ebike", "技改补贴申报材料被退回", "说明缺少设备发票清单，希望告知样式。", DifficultyCategory.Policy, null, Fate.WaitsForFirm, EcoTl),
        new("500151", "secretary-tl", "线束企业临时用电容量不足", "夏季高峰期每天限电两小时。", DifficultyCategory.Energy, null, Fate.Assigned, EcoTl, null, "重庆缃络线束有限公司"),
        new("500151", "firm-ebike", "希望协调跨区货车通行证", "主城早高峰限行，送检车辆进不去。", DifficultyCategory.Roads, null, Fate.Refused),
        new("500151", "firm-ebike", "供应商集中地块缺少公厕", "司机反映卸货等待时没有公厕。", DifficultyCategory.DailyLife, "蒲吕物流园", Fate.Closed, TownTl),
        new("500151", "secretary-tl", "压铸企业环评变更手续咨询", "新增一台 3000 吨压铸机，是否需要重新环评。", DifficultyCategory.Environment, null, Fate.Raised, null, null, "重庆珩熔压铸有限公司"),
        new("500107", "firm-ingot", "废铝堆场雨污分流改造资金缺口", "改造预算 260 万元，希望对接绿色信贷。", DifficultyCategory.Finance, "西彭园区", Fate.InProgress, EcoJlp),
        new("500107", "firm-casting", "厂区北侧边坡滑落，影响卸货区", "上周暴雨后滑落土方约 50 立方米。", DifficultyCategory.Land, "陶家组团", Fate.Assisted, TownJlp, EcoJlp, null, DifficultyLevel.Urgent),
        new("500107", "firm-ingot", "再生铝退税资料口径", "不清楚资源综合利用退税要哪些台账。", DifficultyCategory.Taxes, null, Fate.Accepted),
        new("500107", "firm-casting", "员工宿舍网络信号差", "二号宿舍楼手机没有信号。", DifficultyCategory.DailyLife, null, Fate.Closed, TownJlp),
    ];

    private readonly Dictionary<string, Actor> actors = new(StringComparer.Ordinal);

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var region in Plans.GroupBy(p => p.Region, StringComparer.Ordinal))
        {
            if (await HasSomeAsync(region.Key, cancellation)) continue;
            foreach (var plan in region)
            {
                await EnterAsync(plan, cancellation);
                added++;
            }
        }

        say($"难题：新增 {added} 个（编的）");
    }

    private async Task<bool> HasSomeAsync(string region, CancellationToken cancellation)
    {
        await using var reading = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = reading.ServiceProvider.GetRequiredService<AppDb>();
        var district = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
        return await db.Set<Difficulty>().AnyAsync(d => d.DistrictId == district, cancellation);
    }

    private async Task EnterAsync(Plan plan, CancellationToken cancellation)
    {
        var (raiser, secretary) = (await ActorAsync(plan.By, cancellation), await ActorAsync(plan.Region == "500151" ? "secretary-tl" : "secretary-jlp", cancellation));
        var id = (await DoAsync<RaiseDifficulty, RaiseDifficulty.Input, RaiseDifficulty.Created>(raiser, new() { Title = plan.Title, Text = plan.Text, Category = plan.Category, Level = plan.Level, Place = plan.Place, Firms = plan.Firms })).Id;
        if (plan.Fate == Fate.Raised) return;
        if (plan.Fate == Fate.Refused)
        {
            await DoAsync<RefuseDifficulty, RefuseDifficulty.Input>(secretary, new() { Id = id, Reason = "跨区通行证由市公安交管部门核发，不在区县权限内", Body = "市公安局交通管理总队（演示）" });
            return;
        }

        await DoAsync<AcceptDifficulty, AcceptDifficulty.Input>(secretary, new() { Id = id, Track = plan.Fate == Fate.Project ? DifficultyTrack.Project : plan.Fate == Fate.Closed ? DifficultyTrack.Quick : DifficultyTrack.General });
        if (plan.Lead is not { } lead) return;
        await DoAsync<AssignDifficulty, AssignDifficulty.Input>(secretary, new() { Id = id, Unit = UnitOf(lead), Lead = true });
        if (plan.Assist is { } assist) await DoAsync<AssignDifficulty, AssignDifficulty.Input>(secretary, new() { Id = id, Unit = UnitOf(assist), Request = "配合牵头单位，出具属地意见" });
        if (plan.Fate == Fate.Assigned) return;
        var unit = await ActorAsync(lead, cancellation);
        if (plan.Fate == Fate.Disputed)
        {
            await DoAsync<DisputeDifficulty, DisputeDifficulty.Input>(unit, new() { Id = id, Reason = "消防验收不属于经信部门职责", Whose = "消防救援部门" });
            return;
        }

        await DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(unit, new() { Id = id, Section = "企业服务科" });
        await GoOnAsync(plan, id, unit, raiser, cancellation);
    }

    private async Task GoOnAsync(Plan plan, Guid id, Actor unit, Actor raiser, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        switch (plan.Fate)
        {
            case Fate.ExtensionAsked:
                await DoAsync<ExtendDifficulty, ExtendDifficulty.Input>(unit, new() { Id = id, Until = today.AddDays(40), Reason = "要等市级检测机构的排期回函" });
                break;
            case Fate.WaitsForFirm:
                await DoAsync<PauseDifficulty, PauseDifficulty.Input>(unit, new() { Id = id, Waits = WaitReason.Firm, Text = "请补充设备发票清单和付款凭证" });
                break;
            case Fate.Project:
                await DoAsync<PlanMilestones, PlanMilestones.Input>(unit, new() { Id = id, Text = $"{today.AddDays(20):yyyy-MM-dd} 迁改路径方案批复\n{today.AddDays(75):yyyy-MM-dd} 塔基用地和赔付完成\n{today.AddDays(150):yyyy-MM-dd} 新线路通电、旧线拆除" });
                await DoAsync<NoteDifficulty, NoteDifficulty.Input>(unit, new() { Id = id, Text = "已与供电单位现场踏勘，初步走北侧绿化带。" });
                break;
            case Fate.Assisted when plan.Assist is { } assist:
                await DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(await ActorAsync(assist, cancellation), new() { Id = id });
                break;
            case Fate.Answered or Fate.Reopened or Fate.Closed:
                await DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(unit, new() { Id = id, Outcome = AnswerOutcome.Solved, Text = "已按企业要求办理，情况见附件（演示）。" });
                break;
            default:
                break;
        }

        // The firm's own account says what it thinks; one that is not satisfied opens it again.
        if (plan.Fate == Fate.Closed) await DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(raiser, new() { Id = id, Rating = DifficultyRating.Satisfied });
        if (plan.Fate == Fate.Reopened) await DoAsync<VerifyDifficulty, VerifyDifficulty.Input>(await ActorAsync("firm-ebike", cancellation), new() { Id = id, Rating = DifficultyRating.Dissatisfied, Text = "周末的末班还是 20:30" });
    }

    private static string UnitOf(string userName) => DemonstrationAccounts.All.Single(a => a.UserName == userName).Firm!;

    private async Task<Actor> ActorAsync(string userName, CancellationToken cancellation)
    {
        if (actors.TryGetValue(userName, out var known)) return known;
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var normalised = userName.ToUpperInvariant();
        var user = await scope.ServiceProvider.GetRequiredService<AppDb>().Users.Where(u => u.NormalizedUserName == normalised).Select(u => u.Id).SingleAsync(cancellation);
        return actors[userName] = (await scope.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(user, cancellation))!;
    }

    private async Task<TResult> DoAsync<TCommand, TInput, TResult>(Actor actor, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
    {
        await using var scope = host.Services.GetRequiredService<TrustedScopes>().OpenFor(actor);
        return Must(await scope.ServiceProvider.GetRequiredService<TCommand>().RunAsync(input));
    }

    private Task<Guid> DoAsync<TCommand, TInput>(Actor actor, TInput input) where TCommand : Command<TInput, Guid> where TInput : class => DoAsync<TCommand, TInput, Guid>(actor, input);
}

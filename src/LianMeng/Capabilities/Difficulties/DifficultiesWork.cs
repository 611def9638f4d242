using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>For a unit its tasks with what is left of their time; for a firm what it shall say something to; for the secretary what waits to be taken on, ruled or allowed.</summary>
internal sealed class DifficultiesWork(AppDb db, Actor actor, DifficultyClocks clocks, TimeProvider clock) : WorkSource
{
    private const int Named = 10;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override int Order => 26;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(DifficultiesCapability.Read)) return;
        if (actor.FirmsFor(DifficultiesCapability.Handle) is { Count: > 0 } units) await AddTasksAsync(board, units, cancellation);
        if (actor.FirmsFor(DifficultiesCapability.Speak) is { Count: > 0 } firms) await AddOwnAsync(board, firms, cancellation);
        if (actor.May(DifficultiesCapability.Rule)) await AddGuidedAsync(board, cancellation);
        if (actor.May(DifficultiesCapability.Raise)) board.Offer(new("登记难题", "/difficulties/new", "alert-circle"));
    }

    private async Task AddTasksAsync(WorkBoard board, List<Guid> units, CancellationToken cancellation)
    {
        var tasks = db.Set<DifficultyTask>().AsNoTracking().Active(db.Set<Difficulty>()).Where(t => units.Contains(t.UnitId));
        var some = await tasks.OrderBy(t => t.LimitAt ?? DateTime.MaxValue).ThenBy(t => t.Id).Take(Named)
            .Join(db.Set<Difficulty>(), t => t.DifficultyId, d => d.Id, (t, d) => new { t.State, t.IsLead, t.LimitAt, Waits = t.Waits ?? d.Waits, d.Id, d.Number, d.Title }).ToListAsync(cancellation);
        foreach (var task in some.OrderBy(t => t.LimitAt ?? DateTime.MaxValue))
        {
            var (left, overdue) = clocks.Remaining(task.LimitAt, Now);
            var what = task.State switch { DifficultyTaskState.Assigned => "请签收", DifficultyTaskState.Disputed => "异议待裁定", DifficultyTaskState.Signing => "答复待审签", _ => task.IsLead ? "请办理并答复" : "请协办并答复" };
            board.Wait(new($"{task.Number} {task.Title}", $"难题，{what}{(task.Waits is null ? left.Length > 0 ? $"，{left}" : "" : "，暂停计时")}", $"/difficulties/{task.Id}", overdue ? WorkUrgency.LookAtOnce : WorkUrgency.ToDo, task.LimitAt is { } limit ? ChinaTime.Today(limit) : null));
        }

        if (await tasks.CountAsync(cancellation) is var all && all > some.Count) board.Wait(new($"还有 {all - some.Count} 项难题任务", "按期限排列", "/difficulties/board", WorkUrgency.ToDo));
    }

    private async Task AddOwnAsync(WorkBoard board, List<Guid> firms, CancellationToken cancellation)
    {
        var asked = db.Set<Difficulty>().AsNoTracking().Where(d => (d.State == DifficultyState.Answered || d.State == DifficultyState.FollowUp) && d.Beneficiaries.Any(b => firms.Contains(b.OrganisationId) && b.Rating == null));
        foreach (var d in await asked.OrderBy(d => d.AnsweredAt).Take(Named).Select(d => new { d.Id, d.Number, d.Title, d.NextLimitAt }).ToListAsync(cancellation))
            board.Wait(new($"{d.Number} {d.Title}", "难题有了答复，请评价：满意就办结，不满意退回继续办", $"/difficulties/{d.Id}", WorkUrgency.ToDo, d.NextLimitAt is { } limit ? ChinaTime.Today(limit) : null));
        var waited = db.Set<Difficulty>().AsNoTracking().Where(d => (d.State == DifficultyState.Assigned || d.State == DifficultyState.InProgress) && d.Beneficiaries.Any(b => firms.Contains(b.OrganisationId)) && (d.Waits == WaitReason.Firm || d.Tasks.Any(t => t.Waits == WaitReason.Firm)));
        foreach (var d in await waited.OrderBy(d => d.MovedAt).Take(Named).Select(d => new { d.Id, d.Number, d.Title }).ToListAsync(cancellation))
            board.Wait(new($"{d.Number} {d.Title}", "承办单位等贵单位补充情况", $"/difficulties/{d.Id}", WorkUrgency.ToDo));
    }

    private async Task AddGuidedAsync(WorkBoard board, CancellationToken cancellation)
    {
        var own = db.Set<Difficulty>().AsNoTracking().SeenBy(actor).Where(d => d.DistrictId == actor.WriteDistrict);
        if (actor.May(DifficultiesCapability.Guide))
        {
            foreach (var d in await own.Where(d => d.State == DifficultyState.Raised || d.State == DifficultyState.Accepted).OrderBy(d => d.NextLimitAt ?? DateTime.MaxValue).Take(Named).Select(d => new { d.Id, d.Number, d.Title, d.State, d.NextLimitAt }).ToListAsync(cancellation))
            {
                var (left, overdue) = clocks.Remaining(d.NextLimitAt, Now);
                board.Wait(new($"{d.Number} {d.Title}", $"难题，{(d.State == DifficultyState.Raised ? "请受理" : "请交办牵头单位")}{(left.Length > 0 ? $"，{left}" : "")}", $"/difficulties/{d.Id}", overdue ? WorkUrgency.LookAtOnce : WorkUrgency.ToDo, d.NextLimitAt is { } limit ? ChinaTime.Today(limit) : null));
            }

            foreach (var d in await own.Where(d => d.Requests.Any(r => r.DecidedAt == null)).OrderBy(d => d.MovedAt).Take(Named).Select(d => new { d.Id, d.Number, d.Title }).ToListAsync(cancellation))
                board.Wait(new($"{d.Number} {d.Title}", "难题，有延期或挂账申请等批准", $"/difficulties/{d.Id}", WorkUrgency.ToDo));
            if (await own.CountAsync(d => d.State == DifficultyState.FollowUp, cancellation) is > 0 and var silent) board.Wait(new($"{silent} 个难题等回访", "企业到期没有评价；没有回访不能办结", "/difficulties?state=FollowUp", WorkUrgency.CanBeDone));
            if (await own.CountAsync(d => d.NextLimitAt != null && d.NextLimitAt < Now, cancellation) is > 0 and var late) board.Wait(new($"{late} 个难题超期", "看卡在哪个单位", "/difficulties?overdue=true&sort=limit", WorkUrgency.LookAtOnce));
            board.Count(new("未办结的难题", await own.Open().CountAsync(cancellation), "个", "/difficulties?open=true", "登记后还没有办结、撤回、合并或转出的难题。"));
        }

        var elevated = actor.May(DifficultiesCapability.RuleElevated);
        foreach (var d in await own.Where(d => d.Tasks.Any(t => t.State == DifficultyTaskState.Disputed && (!t.IsElevated || elevated))).OrderBy(d => d.MovedAt).Take(Named).Select(d => new { d.Id, d.Number, d.Title }).ToListAsync(cancellation))
            board.Wait(new($"{d.Number} {d.Title}", "难题，承办单位提出异议，请裁定", $"/difficulties/{d.Id}", WorkUrgency.LookAtOnce));
    }
}

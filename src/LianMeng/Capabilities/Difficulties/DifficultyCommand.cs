using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What every step of a difficulty has in common: the record of the address, who sees it, the version that was seen, one step after the other; afterwards the caches follow the clocks.</summary>
public abstract class DifficultyCommand<TInput>(UseCaseContext context, DifficultyDesk desk) : Command<TInput, Guid>(context)
    where TInput : DifficultyInput
{
    private readonly List<DifficultyMoved> moved = [];

    protected DifficultyDesk Desk => desk;

    /// <summary>Asks the entity, states what happened and tells who must know; null when it was done, else why not.</summary>
    protected abstract Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, TInput input, CancellationToken cancellation);

    // Several firms and units act on one at the same moment: each finds what the one before did.
    protected override string? LockName(TInput input) => $"difficulty:{input.Id}";

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var difficulty = await desk.Whole().SeenBy(Actor).FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (difficulty is null) return Outcome<Guid>.NotFound();
        if (difficulty.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这个难题属于区县；请由该区县的书记、专员或承办单位办理。");
        if (input.Version is { } seen && seen != difficulty.Version) return Outcome<Guid>.Conflict();
        Expect(difficulty, input.Version);
        if (await DoAsync(difficulty, input, cancellation) is { } refusal) return refusal;
        await desk.FollowClocksAsync(difficulty, moved, cancellation);
        return Outcome<Guid>.Done(difficulty.Id);
    }

    /// <summary>States a step.</summary>
    protected void Move(DifficultyMoved fact)
    {
        moved.Add(fact);
        Record(fact);
    }

    /// <summary>States steps of another difficulty that follow from this one.</summary>
    protected async Task AlsoAsync(Difficulty other, IReadOnlyList<DifficultyMoved> steps, CancellationToken cancellation)
    {
        foreach (var step in steps) Record(step);
        await desk.FollowClocksAsync(other, steps, cancellation);
    }

    protected static Outcome<Guid>? Refused(string? problem) => problem is null ? null : Outcome<Guid>.Refused(problem);

    /// <summary>The task that a step of a unit is about, or why there is none.</summary>
    protected (DifficultyTask? Task, Outcome<Guid>? Refusal) TaskOf(Difficulty difficulty, Guid? id)
    {
        if (!difficulty.IsOpen) return (null, Outcome<Guid>.Refused($"这个难题{difficulty.State.Words()}，任务不用再办。"));
        var own = difficulty.Tasks.Where(t => t.IsActive && Actor.Handles(t)).ToList();
        if (id is { } named) return difficulty.TaskOf(named) is { } task ? Actor.Handles(task) ? (task, null) : (null, Outcome<Guid>.Refused("这项任务由承办单位自己的联络员办理。")) : (null, Outcome<Guid>.Invalid("taskId", "这个难题没有这项任务，请刷新页面后重新选择。"));
        return own.Count switch
        {
            1 => (own[0], null),
            0 => (null, Outcome<Guid>.Refused("贵单位在这个难题里没有正在办理的任务。")),
            _ => (null, Outcome<Guid>.Invalid("taskId", "贵单位有几项任务，请选择其中一项。")),
        };
    }

    /// <summary>A task that another unit had goes to this one; the firm's clock goes on.</summary>
    private protected async Task<Outcome<Guid>?> GiveAsync(Difficulty difficulty, HandedTask handed, FirmDirectory.Row unit, string title, CancellationToken cancellation)
    {
        var (task, problem) = difficulty.Assign(unit.Id, handed.IsLead, AssignmentMode.Assigned, handed.Request, handed.After, null, Now);
        if (task is null) return Outcome<Guid>.Refused(problem!);
        Move(new(difficulty.Id, DifficultyStep.Assigned) { TaskId = task.Id, UnitId = unit.Id, Lead = task.IsLead, After = handed.After is { Count: > 0 } after ? after : null, Days = desk.Clocks.DaysOf(difficulty, task) });
        await desk.News.TellUnitAsync(difficulty, unit.Id, title, "请在 1 个工作日内签收。", cancellation);
        if (task.IsLead) await desk.News.TellFirmsAsync(difficulty, "难题换了牵头单位", $"现在由{unit.Name}牵头；贵单位的总时间照旧计算。", cancellation);
        return null;
    }

    /// <summary>Null for whoever sees to it: the alliance's secretary or the district's officers.</summary>
    protected Outcome<Guid>? Guided(Difficulty difficulty)
        => Actor.MayOn(difficulty, DifficultiesCapability.Guide) ? null : Outcome<Guid>.Refused("由这个难题所属联盟的书记或区县专员办理。");
}

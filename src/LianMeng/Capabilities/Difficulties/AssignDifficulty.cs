using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>交办: gives a unit its task. The first leads, others assist, each with a clock of its own.</summary>
public sealed class AssignDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<AssignDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        /// <summary>Full name or unified social credit code.</summary>
        [Display(Name = "承办单位"), Required, StringLength(120)]
        public string? Unit { get; set; }

        [Display(Name = "牵头")]
        public bool Lead { get; set; }

        /// <summary>Banks, schools and associations are asked when nothing is said, all others are told.</summary>
        [Display(Name = "交办方式")]
        public AssignmentMode? Mode { get; set; }

        [Display(Name = "请它做什么"), StringLength(DifficultyTask.RequestLimit)]
        public string? Request { get; set; }

        /// <summary>Tasks that must be answered before this one begins.</summary>
        [Display(Name = "前置任务"), MaxLength(Difficulty.MostTasks)]
        public List<Guid>? After { get; set; }

        [Display(Name = "期限(工作日)"), Range(1, 120)]
        public int? Days { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("这个单位刚刚已经交办，或已有牵头单位；请刷新页面核对。");

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        var (unit, problem) = await Desk.UnitAsync(difficulty, input.Unit, "请填写承办单位。", cancellation);
        if (unit is null) return Outcome<Guid>.Invalid("unit", problem!);
        var mode = input.Mode ?? (unit.Kind is OrganisationKind.Bank or OrganisationKind.School or OrganisationKind.Association ? AssignmentMode.Requested : AssignmentMode.Assigned);
        var (task, refusal) = difficulty.Assign(unit.Id, input.Lead, mode, string.IsNullOrWhiteSpace(input.Request) ? null : input.Request.Trim(), input.After ?? [], input.Days, Now);
        if (task is null) return Outcome<Guid>.Refused(refusal!);
        Move(new(difficulty.Id, DifficultyStep.Assigned) { TaskId = task.Id, UnitId = unit.Id, Lead = task.IsLead, IsRequest = mode == AssignmentMode.Requested, After = input.After is { Count: > 0 } after ? [.. after.Distinct()] : null, Days = Desk.Clocks.DaysOf(difficulty, task) });
        await Desk.News.TellUnitAsync(difficulty, unit.Id, mode == AssignmentMode.Requested ? "有一件难题商请贵单位办理" : task.IsLead ? "有一件难题交办贵单位牵头" : "有一件难题请贵单位协办", "请在 1 个工作日内签收；不归贵单位管的，请写明归谁管。", cancellation);
        if (task.IsLead) await Desk.News.TellFirmsAsync(difficulty, "难题已交办", $"由{unit.Name}牵头办理。", cancellation);
        return null;
    }
}

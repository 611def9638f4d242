using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>排定节点: on the track 项目类 the lead owes, within its limit, dated milestones that the firm sees; from then on each has a clock of its own.</summary>
public sealed class PlanMilestones(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<PlanMilestones.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        /// <summary>One a line: a day and what will be done by then.</summary>
        [Display(Name = "节点"), Required, StringLength(2000)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return refusal;
        var (plan, wrong) = Read(input.Text!, ChinaTime.Today(Now));
        if (wrong is not null) return Outcome<Guid>.Invalid("text", wrong);
        if (Refused(difficulty.Plan(task, plan, Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.MilestonesSet) { TaskId = task.Id, UnitId = task.UnitId, Milestones = [.. difficulty.Milestones.Select(m => new MilestonePromise(m.Id, m.Due))] });
        await Desk.News.TellFirmsAsync(difficulty, "难题排定了节点", $"共 {plan.Count} 个，最后一个在{ChinaTime.Date(plan[^1].Due)}。", cancellation);
        return null;
    }

    /// <summary>2027-03-31 完成土地手续; also 2027年3月31日 and 2027/3/31.</summary>
    internal static (List<(DateOnly Due, string Title)> Plan, string? Problem) Read(string text, DateOnly today)
    {
        List<(DateOnly Due, string Title)> plan = [];
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var end = line.TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or '/' or '.' or '年' or '月' or '日').Count();
            var day = line[..end].Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-').TrimEnd('日', '-');
            var title = line[end..].Trim(' ', '　', '：', ':', '，', ',', '\t');
            if (!DateOnly.TryParseExact(day, ["yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)) return (plan, $"第 {plan.Count + 1} 行开头应是日期，例如“2027-03-31 完成土地手续”。");
            if (title.Length is < 2 or > DifficultyMilestone.TitleLimit) return (plan, $"第 {plan.Count + 1} 行请在日期后写明到时完成什么（2–{DifficultyMilestone.TitleLimit} 个字）。");
            if (due <= today || due > today.AddYears(5)) return (plan, $"第 {plan.Count + 1} 行的日期应在今天以后、五年以内。");
            plan.Add((due, title));
        }

        return plan.Count switch
        {
            0 => (plan, "请至少写一个节点，一行一个：日期和到时完成什么。"),
            > Difficulty.MostMilestones => (plan, $"节点最多 {Difficulty.MostMilestones} 个，请合并相近的。"),
            _ => ([.. plan.OrderBy(p => p.Due)], null),
        };
    }
}

using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>At the beginning of each working day: who has what to do by when, and whose silence has lasted too long.</summary>
public sealed class DifficultyDay : ScheduledJob
{
    public override string Name => "difficulty-day";

    public override string Title => "难题的到期提醒和回访";

    public override string Cron => "0 40 8 * * ?";

    public override Type UseCase => typeof(RemindDifficulties);

    public override object InputOf(DateTime due) => new RemindDifficulties.Input();
}

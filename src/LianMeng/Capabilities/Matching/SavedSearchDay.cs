using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Matching;

/// <summary>Every morning, after what ran out is off the lists: saved searches are asked again.</summary>
public sealed class SavedSearchDay : ScheduledJob
{
    public override string Name => "saved-searches";

    public override string Title => "保存的查找有新结果时通知";

    public override string Cron => "0 0 7 * * ?";

    public override Type UseCase => typeof(AskSavedSearches);

    public override object InputOf(DateTime due) => new AskSavedSearches.Input();
}

using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Operations.Pages;

/// <summary>The two views of 后台任务.</summary>
internal static class JobTabs
{
    public const string Deliveries = "/jobs";
    public const string Scheduled = "/jobs/scheduled";

    public static IReadOnlyList<Tab> All { get; } = [new("未完成的投递", Deliveries), new("定时任务", Scheduled)];
}

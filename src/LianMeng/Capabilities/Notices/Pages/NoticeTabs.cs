using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Notices.Pages;

/// <summary>The views of one's notices.</summary>
internal static class NoticeTabs
{
    public const string Unread = "/notices?unread=true", Settings = "/notices/settings";

    public static IReadOnlyList<Tab> Items { get; } = [new("全部", "/notices"), new("未读", Unread), new("通知设置", Settings)];
}

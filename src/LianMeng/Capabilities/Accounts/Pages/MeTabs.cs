using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Accounts.Pages;

/// <summary>The pages of one's own account.</summary>
internal static class MeTabs
{
    public static IReadOnlyList<Tab> Items { get; } = [new("我的账号", "/me"), new("登录安全", "/me/security"), new("登录设备", "/me/sessions")];
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Accounts.Pages;

/// <summary>The pages about everybody's accounts; whoever audits reads the last two.</summary>
internal static class AccountTabs
{
    public static IReadOnlyList<Tab> For(Actor actor)
        =>
        [
            .. actor.May(AccountsCapability.Manage) ? [new Tab("账号", "/accounts"), new Tab("邀请", "/accounts/invitations")] : Array.Empty<Tab>(),
            .. actor.May(AccountsCapability.ReadPosts) ? [new Tab("任职名单", "/accounts/posts"), new Tab("职务与权限", "/accounts/roles")] : Array.Empty<Tab>(),
        ];
}

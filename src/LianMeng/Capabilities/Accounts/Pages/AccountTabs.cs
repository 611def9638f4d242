using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Accounts.Pages;

/// <summary>The pages about accounts and posts: the administrator's, those of whoever may invite, and the last two for whoever audits.</summary>
internal static class AccountTabs
{
    public static IReadOnlyList<Tab> For(Actor actor)
        =>
        [
            .. actor.May(AccountsCapability.Manage) ? [new Tab("账号", "/accounts")] : Array.Empty<Tab>(),
            .. actor.May(AccountsCapability.Invite) ? [new Tab("人员", "/people"), new Tab("邀请", "/accounts/invitations")] : Array.Empty<Tab>(),
            .. actor.May(AccountsCapability.Claims) ? [new Tab("认领邀请码", "/people/claims")] : Array.Empty<Tab>(),
            .. actor.May(AccountsCapability.ReadPosts) ? [new Tab("任职名单", "/accounts/posts"), new Tab("职务与权限", "/accounts/roles")] : Array.Empty<Tab>(),
        ];
}

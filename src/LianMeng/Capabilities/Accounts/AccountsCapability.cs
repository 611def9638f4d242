using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Accounts, sign-in and the posts that carry rights.</summary>
public sealed class AccountsCapability : Capability
{
    public static readonly Permission Manage = new("accounts.manage", "开设账号、任免职务", Role.SystemAdministrator);

    public override string Title => "账号与任职";

    public override IReadOnlyList<Permission> Permissions => [Manage];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("账号与任职", "/accounts", "users", "管理", 90, Access.Needs(Manage)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        // OWASP's figure for PBKDF2-HMAC-SHA512
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddScoped<PersonNames>();
        services.AddScoped<PeopleOf>();
        services.AddWorkSource<AccountsWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        SessionEndpoints.Map(api.Routes);
        api.List<ListAccounts>("/api/accounts", "账号列表");
        api.Get<ShowAccount>("/api/accounts/{id}", "账号");
        api.Post<CreateAccount>("/api/accounts", "开设账号");
        api.Post<ResetPassword>("/api/accounts/{id}/password", "重设密码");
        api.Post<DisableAccount>("/api/accounts/{id}/disable", "停用账号");
        api.Post<EnableAccount>("/api/accounts/{id}/enable", "恢复账号");
        api.Post<ChangePassword>("/api/me/password", "修改自己的密码");
        api.Post<SignOutEverywhere>("/api/me/sign-out-everywhere", "退出全部登录");
        api.Get<ShowMe>("/api/me", "我是谁");
    }
}

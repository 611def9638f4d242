using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Accounts, sign-in and the posts that carry rights.</summary>
public sealed class AccountsCapability : Capability
{
    public static readonly Permission Manage = new("accounts.manage", "邀请和开设账号、任免职务", Role.SystemAdministrator);

    /// <summary>Whom one may invite follows from one's own posts (<see cref="PostGiving"/>).</summary>
    public static readonly Permission Invite = new("accounts.invite", "邀请本单位的同事；区县专员和书记邀请本区县单位的人员", Role.SystemAdministrator, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager);

    public static readonly Permission Claims = new("accounts.claims", "为本区县的单位生成认领邀请码", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    /// <summary>Whoever audits sees who may do what, and who was given it.</summary>
    public static readonly Permission ReadPosts = new("accounts.posts", "查看职务、权限和任职名单", Role.SystemAdministrator, Role.Auditor);

    public override string Title => "账号与任职";

    public override IReadOnlyList<Permission> Permissions => [Manage, Invite, Claims, ReadPosts];

    public override IReadOnlyList<Setting> Settings => [SignInPolicy.Administrators, Invitations.Days, SessionRetention.Days, InvitationRetention.Days];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("账号与任职", "/accounts", "users", "管理", 90, Access.Needs(Manage)),
        new("人员与邀请", "/people", "users-group", "名册", 58, Access.Needs(Invite)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddMergeRule<MandateMergeRule>();
        services.AddMergeRule<InvitationMergeRule>();
        // OWASP's figure for PBKDF2-HMAC-SHA512
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<Tickets>();
        services.AddSingleton<SignInPolicy>();
        services.AddSingleton<SessionSightings>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionSightings>());
        services.AddScoped<Caller>();
        services.AddScoped<UserSessions>();
        services.AddScoped<SignInBudget>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PasskeyCeremony>();
        services.AddScoped<PostChoice>();
        services.AddScoped<Invitations>();
        services.AddReseal<ResealSecondFactors>();
        services.AddReaction<TellHolder>();
        services.AddRetention<SessionRetention>();
        services.AddRetention<SpentTicketRetention>();
        services.AddRetention<InvitationRetention>();
        services.AddScoped<PersonNames>();
        services.AddScoped<PeopleOf>();
        services.AddScoped<PersonRights>();
        services.AddScoped<MandateEnding>();
        services.AddScoped<MandateBook>();
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
        api.Post<GiveMandate>("/api/accounts/{id}/mandates", "授予职务");
        api.List<ListMandates>("/api/mandates", "任职名单");
        api.Get<ShowRoles>("/api/roles", "职务与权限");
        api.List<ListInvitations>("/api/invitations", "邀请");
        api.Post<MakeInvitation>("/api/invitations", "邀请开户");
        api.Post<WithdrawInvitation>("/api/invitations/{id}/withdraw", "撤回邀请");
        api.Post<RenewInvitation>("/api/invitations/{id}/renew", "重新生成邀请");
        api.List<ListPeople>("/api/people", "人员");
        api.Post<InvitePerson>("/api/people/{id}/invite", "邀请名单上的人开户");
        api.List<ListUnclaimed>("/api/claims", "没有账号的单位");
        api.Post<MakeClaims>("/api/claims", "生成认领邀请码");
        api.Post<JoinByInvitation>("/api/join", "凭邀请码开设账号");
        api.Post<AcceptInvitation>("/api/me/invitations", "用自己的账号接受邀请");
        api.Post<EndMandate>("/api/mandates/{id}/end", "免去职务");
        api.Post<EndSessionsOf>("/api/accounts/{id}/sign-out", "结束某人的全部登录");
        api.Post<TakeAwaySecondFactor>("/api/accounts/{id}/second-factor/remove", "取消某人的验证器和通行密钥");
        api.List<ListSessions>("/api/me/sessions", "登录设备");
        api.Post<EndSession>("/api/me/sessions/{id}/end", "结束一个登录");
        api.Post<EndOtherSessions>("/api/me/other-sessions/sign-out", "退出其他登录");
        api.Post<ConfirmIdentity>("/api/me/confirm", "再次输入密码确认本人");
        api.Get<ShowSecurity>("/api/me/security", "登录安全");
        api.Get<ProposeSecondFactor>("/api/me/second-factor/new", "验证器的新密钥");
        api.Post<AddSecondFactor>("/api/me/second-factor", "启用验证器");
        api.Post<RemoveSecondFactor>("/api/me/second-factor/remove", "停用验证器");
        api.Post<MakeRecoveryCodes>("/api/me/recovery-codes", "重新生成恢复码");
        api.Get<ProposePasskey>("/api/me/passkeys/new", "新通行密钥的问询");
        api.Post<AddPasskey>("/api/me/passkeys", "添加通行密钥");
        api.Post<RemovePasskey>("/api/me/passkeys/remove", "移除通行密钥");
        api.Get<AskForPasskey>("/api/passkeys/question", "用通行密钥登录的问询");
        api.Post<ChangePassword>("/api/me/password", "修改自己的密码");
        api.Post<SignOutEverywhere>("/api/me/sign-out-everywhere", "退出全部登录");
        api.Get<ShowMe>("/api/me", "我是谁");
    }
}

using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Settings;

/// <summary>What the administrator sets while the program runs.</summary>
public sealed class SettingsCapability : Capability
{
    public static readonly Permission Manage = new("settings.manage", "修改平台设置", Role.SystemAdministrator);

    /// <summary>Whoever audits also reads what was set.</summary>
    public static readonly Permission Read = new("settings.read", "查看平台设置", Role.SystemAdministrator, Role.Auditor);

    public override string Title => "设置";

    public override IReadOnlyList<Permission> Permissions => [Manage, Read];

    public override IReadOnlyList<MenuLine> Menu => [new("设置", "/settings", "settings", "管理", 92, Access.Needs(Read))];

    public override IReadOnlyList<Setting> Settings => [.. Budget.All.Select(b => b.Most), ReceiptRetention.Days, OperationRetention.Days, JobRunRetention.Days];

    public override void AddServices(IServiceCollection services)
    {
        services.AddRetention<ReceiptRetention>();
        services.AddRetention<OperationRetention>();
        services.AddRetention<JobRunRetention>();
        services.AddScheduledJob<RetentionJob>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListSettings>("/api/settings", "平台设置");
        api.Put<ChangeSetting>("/api/settings", "修改一项设置");
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Files;

/// <summary>Files that belong to records: kept sealed, counted, sent only to those who may.</summary>
public sealed class FilesCapability : Capability
{
    public static readonly Permission Read = new("files.read", "查看有权查看的记录的附件", Roles.Everybody);
    public static readonly Permission Attach = new("files.attach", "给自己管理的记录上传和删除附件", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager);
    public static readonly Permission Manage = new("files.manage", "查看全部附件和用量，清理本区县的附件", Role.SystemAdministrator, Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public override string Title => "文件";

    public override IReadOnlyList<Permission> Permissions => [Read, Attach, Manage];

    public override IReadOnlyList<MenuLine> Menu => [new("文件", "/files", "paperclip", "管理", 94, Access.Needs(Manage))];

    public override IReadOnlyList<Setting> Settings => [FileLimits.FirmSpace, FileLimits.DistrictSpace, FileLimits.GraceDays, FileLimits.UploadDays];

    public override void AddServices(IServiceCollection services)
    {
        services.AddMergeRule<FileMergeRule>();
        services.AddSingleton<FileLimits>();
        services.AddScoped<AttachmentAccess>();
        services.AddScoped<IncomingFile>();
        services.AddScheduledJob<FilesDay>();
        services.AddReaction<TellAdministrators>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListFiles>("/api/files", "文件");
        api.Get<ShowFileUsage>("/api/files/usage", "附件的用量");
        api.Get<ShowAttachments>("/api/files/of/{kind}/{id}", "一条记录的附件");
        api.Delete<RemoveFile>("/api/files/{id}", "删除附件");
        api.MapFiles();
    }
}

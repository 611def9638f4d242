using LianMeng.Shared.Files;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Files;

/// <summary>How much is kept, and how long, as the administrator set it.</summary>
public sealed class FileLimits(SettingValues values)
{
    private const string Group = "文件";

    public static readonly Setting FirmSpace = new("Files:FirmSpace", Group, "每家企业的附件空间", "一家企业的资料和供需附件加起来最多多大；满了要先删除才能再上传。", "MB", 200, 10, 100_000);
    public static readonly Setting DistrictSpace = new("Files:DistrictSpace", Group, "每个区县的附件空间", "一个区县全部附件加起来最多多大；请留意磁盘的实际容量。", "GB", 20, 1, 10_000);
    public static readonly Setting GraceDays = new("Retention:RemovedFiles", RetentionRule.Group, "已删除的附件", "附件删除以后，内容再保留多久才从磁盘上彻底清除。", "天", 30, 1, 365);
    public static readonly Setting UploadDays = new("Retention:Uploads", RetentionRule.Group, "导入用的名册文件", "导入结束后，上传的名册和供需文件再保留多久；里面有联系电话。", "天", 90, 7, 3650);

    /// <summary>Bytes of one file.</summary>
    public long OneFile => 20 * FileSize.Megabyte;

    /// <summary>Bytes of all files of one firm.</summary>
    public long OfFirm => values.Of(FirmSpace) * FileSize.Megabyte;

    /// <summary>Bytes of all files of a district.</summary>
    public long OfDistrict => values.Of(DistrictSpace) * 1024 * FileSize.Megabyte;

    /// <summary>How long the content of a removed file is kept.</summary>
    public TimeSpan Grace => TimeSpan.FromDays(values.Of(GraceDays));

    /// <summary>How long an imported roster is kept after its import ended.</summary>
    public TimeSpan OfUpload => TimeSpan.FromDays(values.Of(UploadDays));
}

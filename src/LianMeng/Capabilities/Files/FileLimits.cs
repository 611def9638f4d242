using LianMeng.Shared.Files;

namespace LianMeng.Capabilities.Files;

/// <summary>How much is kept, and how long.</summary>
public sealed class FileLimits
{
    /// <summary>Bytes of one file.</summary>
    public long OneFile => 20 * FileSize.Megabyte;

    /// <summary>Bytes of all files of one firm.</summary>
    public long OfFirm => 200 * FileSize.Megabyte;

    /// <summary>Bytes of all files of a district.</summary>
    public long OfDistrict => 20 * 1024 * FileSize.Megabyte;

    /// <summary>How long the content of a removed file is kept.</summary>
    public TimeSpan Grace => TimeSpan.FromDays(30);

    /// <summary>How long an imported roster is kept after its import ended.</summary>
    public TimeSpan OfUpload => TimeSpan.FromDays(90);
}

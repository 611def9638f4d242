namespace LianMeng.Shared.Files;

/// <summary>A file on the disk, sealed.</summary>
/// <param name="At">when it was kept, or kept again (UTC)</param>
public sealed record KeptBlob(FileArea Area, Guid DistrictId, string Hash, DateTime At, string Path);

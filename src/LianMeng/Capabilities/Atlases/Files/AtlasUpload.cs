using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>A file with an atlas, kept under its hash until it is confirmed.</summary>
/// <param name="Problem">Why it is not kept.</param>
/// <param name="Hash">Under which it is kept.</param>
/// <param name="FileName">As the user knows it.</param>
/// <param name="Wait">For whoever uploads too often.</param>
internal sealed record AtlasUpload(string? Problem, string Hash, string FileName, TimeSpan? Wait = null)
{
    public static async Task<AtlasUpload> KeepAsync(IFormFile? file, Guid districtId, ImportAtlas import, FileStore storage, CancellationToken cancellation)
    {
        if (file is not { FileName.Length: > 0 }) return new("请先选择文件（字段 file）。", "", "");
        var name = UploadName.Of(file, "图谱");
        if (import.SpendUpload() is { } tooMany) return new(tooMany.Message, "", name, tooMany.Wait);
        if (file.Length == 0) return new("文件是空的，请重新选择。", "", name);
        if (file.Length > AtlasFile.MostBytes) return new($"文件超过 {AtlasFile.MostBytes >> 20} MB，请分成几张图谱。", "", name);
        await using var content = file.OpenReadStream();
        return new(null, await storage.KeepUploadAsync(districtId, content, cancellation), name);
    }
}

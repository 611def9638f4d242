using LianMeng.Shared.Files;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>An upload that is kept under its hash, ready to be imported.</summary>
/// <param name="Problem">Why it cannot be imported; it is not kept then.</param>
/// <param name="Rows">Counted up to one more than are answered at once.</param>
internal sealed record KeptUpload(string? Problem, string Hash, string FileName, int Rows)
{
    /// <summary>For whoever uploads too often.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Keeps the file and counts its rows; a file that is none of this kind is told so at once.</summary>
    public static async Task<KeptUpload> KeepAsync(IFormFile file, Guid districtId, ImportCommand import, FileStore storage, CancellationToken cancellation)
    {
        var name = UploadName.Of(file, import.Kind.Name + ".xlsx");
        if (import.SpendUpload() is { } tooMany) return new(tooMany.Message, "", name, 0) { RetryAfter = tooMany.Wait };
        if (file.Length == 0) return new("文件是空的，请重新选择。", "", name, 0);
        await using var content = file.OpenReadStream();
        var (hash, isNew) = await storage.KeepNewUploadAsync(districtId, content, cancellation);
        try
        {
            using var open = import.Source.Open(districtId, hash, name);
            return new(null, hash, name, open.Table.Rows.Take(ImportSource.RowsAtOnce + 1).Count());
        }
        catch (SpreadsheetException e)
        {
            if (isNew) storage.DropUpload(districtId, hash);
            return new(e.Message, hash, name, 0);
        }
    }
}

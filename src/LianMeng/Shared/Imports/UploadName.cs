namespace LianMeng.Shared.Imports;

/// <summary>What an uploaded file is called, as the user knows it.</summary>
internal static class UploadName
{
    private const int Longest = 200;

    /// <summary>Without folders, at most 200 characters, the end of it kept.</summary>
    /// <param name="unnamed">where it has none</param>
    public static string Of(IFormFile file, string unnamed)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return name.Length == 0 ? unnamed : name.Length > Longest ? name[^Longest..] : name;
    }
}

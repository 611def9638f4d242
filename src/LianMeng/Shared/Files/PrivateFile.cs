namespace LianMeng.Shared.Files;

/// <summary>Files that only the program's account reads.</summary>
internal static class PrivateFile
{
    /// <param name="mode">CreateNew or Create</param>
    public static FileStream Create(string path, FileMode mode = FileMode.CreateNew)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}

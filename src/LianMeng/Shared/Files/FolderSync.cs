using System.Runtime.InteropServices;

namespace LianMeng.Shared.Files;

/// <summary>A name in a folder survives a power cut only when the folder itself was flushed; flushing the file does not do it.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Makes the folder and what is missing above it, flushed up to the one that was there.</summary>
    public static string Make(string folder)
    {
        if (Directory.Exists(folder)) return folder;
        var parent = Make(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        Flush(parent);
        return folder;
    }

    /// <exception cref="IOException">the system could not flush it</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return; // its file system keeps names by itself
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0) throw new IOException($"文件夹无法打开：{folder}（errno {Marshal.GetLastPInvokeError()}）。");
        try
        {
            if (Fsync(descriptor) != 0) throw new IOException($"文件夹无法写到磁盘：{folder}（errno {Marshal.GetLastPInvokeError()}）。");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

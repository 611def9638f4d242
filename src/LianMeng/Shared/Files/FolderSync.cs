using System.Runtime.InteropServices;

namespace LianMeng.Shared.Files;

/// <summary>Names in folders: made in one step, and surviving a power cut, for which the folder itself must be flushed; flushing the file does not do it.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;
    private const int AlreadyThere = 17; // EEXIST, on Linux and macOS

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

    /// <summary>
    /// Gives a finished draft its name unless the name is taken, in one step. (File.Move looks first and renames then: of two
    /// that move at once the second overwrites the first.)
    /// </summary>
    /// <returns>whether the name was free; the draft is gone then</returns>
    public static bool MoveIfFree(string draft, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(draft, target) == 0)
            {
                File.Delete(draft);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == AlreadyThere) return false;
        }

        // a file system without links
        try
        {
            File.Move(draft, target, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}

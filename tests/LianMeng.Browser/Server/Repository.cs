namespace LianMeng.Browser.Server;

/// <summary>Where things of this repository lie, seen from the built test program.</summary>
internal static class Repository
{
    /// <summary>artifacts/bin/LianMeng.Browser/release/ → release: the server of the same build is tested.</summary>
    private static readonly string Configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));

    public static string Root { get; } = FindRoot();

    public static string ServerProgram => Path.Combine(Root, "artifacts", "bin", "LianMeng", Configuration, "lianmeng.dll");

    public static string Screenshots => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screenshots")).FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LianMeng.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("LianMeng.slnx is in no folder above the test program.");
    }
}

namespace LianMeng.Tests.Engine.Standards;

/// <summary>The source tables beside the repository; a test that needs one is skipped, by name, where they are absent.</summary>
internal static class TestTable
{
    public static List<string[]> Read(string name)
    {
        return [.. File.ReadLines(PathOf(name)).Skip(1).Select(line => line.Split('\t'))];
    }

    public static string PathOf(string name)
    {
        var file = Path.Combine(Folder(), name);
        Assert.SkipUnless(File.Exists(file), $"{file} is absent; set LIANMENG_TEST_DATA");
        return file;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("LIANMENG_TEST_DATA") is { Length: > 0 } folder)
        {
            return folder;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LianMeng.slnx")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.Parent?.FullName ?? "", "shared", "data");
    }
}

namespace LianMeng.Tests.Engine.Text;

/// <summary>The judged queries, outside the repository; a test that needs them is skipped by name where they are absent.</summary>
static class RetrievalData
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var path = Path.Combine(Folder(), "retrieval", file);
        Assert.SkipUnless(File.Exists(path), $"{path} is absent; set LIANMENG_TEST_DATA");
        return File.ReadLines(path).Select(line => line.Split('\t'));
    }

    static string Folder()
    {
        if (Environment.GetEnvironmentVariable("LIANMENG_TEST_DATA") is { Length: > 0 } folder) return folder;
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "LianMeng.slnx"))) at = at.Parent;
        return Path.Combine(at?.Parent?.FullName ?? ".", "shared", "data");
    }
}

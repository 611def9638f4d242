using System.Runtime.CompilerServices;

namespace LianMeng.Tests.Architecture;

/// <summary>The source tree that these tests were built from, and the files they keep under review.</summary>
internal static class Repository
{
    /// <summary>LIANMENG_REWRITE=1 writes the reviewed files anew; the reviewer then reads the difference.</summary>
    public static bool Rewrites => Environment.GetEnvironmentVariable("LIANMENG_REWRITE") == "1";

    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static IEnumerable<string> SourceFiles(string folder)
        => Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>Compares with the reviewed file line by line, or writes it.</summary>
    public static void AssertReviewed(string relative, IReadOnlyList<string> actual)
    {
        Assert.NotEmpty(actual);
        var path = PathOf(relative);
        if (Rewrites)
        {
            File.WriteAllText(path, string.Join('\n', actual) + "\n");
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllLines(path) : [];
        var gone = expected.Except(actual, StringComparer.Ordinal).Select(l => "- " + l);
        var added = actual.Except(expected, StringComparer.Ordinal).Select(l => "+ " + l);
        var difference = gone.Concat(added).ToList();
        Assert.True(difference.Count == 0 && expected.Length == actual.Count,
            $"{relative} differs. If the change is meant: LIANMENG_REWRITE=1, run this test, read the difference.\n{string.Join('\n', difference)}");
    }

    private static string Find([CallerFilePath] string file = "")
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "LianMeng.slnx"))) return folder;
        }

        throw new InvalidOperationException("The repository is not where these tests were built.");
    }
}

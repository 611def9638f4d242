using System.Text.RegularExpressions;
using LianMeng.Host;

namespace LianMeng.Tests.Architecture;

/// <summary>What only the source tells.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void A_file_is_called_as_the_type_in_it()
    {
        var files = Repository.SourceFiles("src").Where(f => Path.GetFileName(f) is not "Program.cs").ToList();
        Assert.True(files.Count > 100, $"only {files.Count} files seen");
        Assert.Empty(files.Where(f => !Fits(f)).Select(f => Path.GetRelativePath(Repository.Root, f)));
    }

    [Fact]
    public void Every_capability_has_a_readme_and_a_manifest()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src/LianMeng/Capabilities"));
        Assert.True(folders.Length > 5, $"only {folders.Length} capabilities seen");
        Assert.Empty(folders.Where(f => !File.Exists(Path.Combine(f, "README.md")) || File.ReadAllText(Path.Combine(f, "README.md")).Length < 300).Select(f => $"{Path.GetFileName(f)}/README.md: purpose, states, who may do what"));
        var manifests = Catalogue.Capabilities.Select(c => c.GetType().Namespace!.Split('.')[^1]).ToList();
        Assert.Equal(folders.Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal), manifests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later()
    {
        var files = Repository.SourceFiles("src").Concat(Directory.EnumerateFiles(Repository.PathOf("src/LianMeng"), "*.razor", SearchOption.AllDirectories)).ToList();
        Assert.True(files.Count > 100);
        Assert.Empty(files.Where(f => Unfinished().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f)));
    }

    /// <summary>Facts and mappings of a capability stand together; everything else has a file of its own.</summary>
    private static bool Fits(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var types = Declaration().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).ToList();
        if (name.EndsWith("Facts", StringComparison.Ordinal)) return types.Count > 0;
        if (name.EndsWith("Mapping", StringComparison.Ordinal)) return types.Count > 0 && types.TrueForAll(t => t.EndsWith("Mapping", StringComparison.Ordinal));
        return types.Contains(name, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(public |internal |sealed |static |abstract |partial |readonly |file )*(class|record struct|record class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex("TODO|FIXME|NotImplementedException")]
    private static partial Regex Unfinished();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LianMeng.Tests.Shared.Ui;

/// <summary>What the content security policy would refuse, and icons that would be blank, found before a browser does.</summary>
public partial class MarkupTests
{
    private static readonly string Project = Path.GetFullPath(Path.Combine(Here(), "../../../../src/LianMeng"));

    [Fact]
    public void No_page_has_inline_style_or_script()
    {
        var refused = Razor().SelectMany(page => Inline().Matches(page.Text).Select(match => $"{page.Name}: {match.Value}"));
        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("<td style=\"x\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<script>go()</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Inline_style_and_script_would_be_found(string markup) => Assert.Matches(Inline(), markup);

    [Fact]
    public void Every_icon_named_is_in_the_sprite()
    {
        var listed = File.ReadLines(Path.Combine(Project, "build/icons.txt")).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToHashSet();
        var used = Razor().Concat(Sources("*Capability.cs")).SelectMany(page => IconName().Matches(page.Text).Select(match => (page.Name, Icon: match.Groups["icon"].Value))).ToList();
        Assert.True(used.Count > 20, "the pattern must find the icons");
        Assert.DoesNotContain(used, use => !listed.Contains(use.Icon));
    }

    private static List<(string Name, string Text)> Razor()
    {
        var pages = Sources("*.razor").ToList();
        Assert.True(pages.Count > 15, "the pages must be found");
        return pages;
    }

    private static IEnumerable<(string Name, string Text)> Sources(string pattern) =>
        Directory.EnumerateFiles(Project, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [GeneratedRegex("""\sstyle\s*=|<style\b|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*"(?!@)|href="javascript:""")]
    private static partial Regex Inline();

    // in markup, and behind a title and an address in a menu
    [GeneratedRegex("""
        (?: <Icon\s+Name | \sIconName ) \s*=\s* "(?<icon>[a-z0-9-]+)" | "[^"]+",\s*"/[^"]*",\s*"(?<icon>[a-z0-9-]+)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex IconName();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

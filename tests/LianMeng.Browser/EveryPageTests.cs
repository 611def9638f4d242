using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>
/// Follows the links from each role's home: every kind of page answers 200 with one heading and a title, and for the first roles that
/// come by logs no error, breaks no rule of the content security policy, passes axe and does not scroll sideways on a phone.
/// </summary>
[Trait("Promise", "13")]
public sealed partial class EveryPageTests(DemonstrationServer demonstration, Chromium chromium) : IClassFixture<DemonstrationServer>
{
    private const string Links = "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)";

    /// <summary>The pages that were drawn, and that axe has looked at, whoever opened them; who sees the most goes first, further roles only fetch them.</summary>
    private static readonly ConcurrentDictionary<string, bool> Drawn = new(StringComparer.Ordinal), Inspected = new(StringComparer.Ordinal);

    /// <summary>A list is opened bare and in this many combinations of its filters by each role.</summary>
    private const int MostFilters = 2;

    [Theory]
    [InlineData("secretary-tl")]
    [InlineData("firm-ebike")]
    [InlineData("admin")]
    [InlineData("officer-tl")]
    [InlineData("city")]
    [InlineData("auditor")]
    public async Task Every_page_a_role_can_reach_is_sound(string userName)
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        var problems = await CrawlAsync(watched, userName, draw: true);
        Assert.True(problems.Length == 0, problems);
    }

    /// <summary>There a query truly waits for its answer, so that what runs side by side shows: SQLite answers before it returns.</summary>
    [Fact]
    public async Task Every_page_works_on_PostgreSQL()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES");
        Assert.SkipUnless(cluster is { Length: > 0 }, "LIANMENG_TEST_POSTGRES is not set; ./test starts a cluster");
        await using var server = new RunningServer(RunningServer.OnPostgres(cluster));
        await server.TakeDemonstrationAsync();
        await server.StartAsync();
        List<string> problems = [];
        foreach (var userName in new[] { "admin", "secretary-tl", "firm-ebike" })
        {
            await using var watched = await chromium.OpenAsync(server);
            problems.Add(await CrawlAsync(watched, userName, draw: false));
        }

        Assert.True(problems.TrueForAll(p => p.Length == 0), string.Join('\n', problems));
    }

    [Fact]
    public async Task The_sign_in_page_is_sound()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        Assert.Empty(await ProblemsOfAsync(watched, "/sign-in", axe: true));
    }

    [Fact]
    public async Task The_description_of_the_API_opens_under_the_strict_policy()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        await watched.SignInAsync("admin", DemonstrationServer.Password);
        var answer = await watched.Page.GotoAsync("/api/docs", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(200, answer!.Status);
        await watched.Page.WaitForSelectorAsync(".opblock, .scalar-app");
        Assert.Empty(watched.TakeNoise());
    }

    /// <summary>The watching itself: an inline script is refused by the policy and noted.</summary>
    [Fact]
    public async Task An_inline_script_is_refused_and_noted()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        await watched.Page.GotoAsync("/sign-in");
        Assert.Empty(watched.TakeNoise());
        await watched.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.broken = true\">')");
        await watched.Page.WaitForTimeoutAsync(500);
        Assert.False(await watched.Page.EvaluateAsync<bool>("window.broken === true"));
        Assert.Contains(watched.TakeNoise(), line => line.Contains("CSP script-src", StringComparison.Ordinal));
    }

    private static async Task<string> CrawlAsync(WatchedPage watched, string userName, bool draw)
    {
        await watched.SignInAsync(userName, DemonstrationServer.Password);
        var menu = await watched.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav[aria-label=主菜单] a')].map(a => a.pathname)");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var link))
        {
            if (!seen.Add(KindOf(link)) || (link.Contains('?', StringComparison.Ordinal) && seen.Count(kind => kind.StartsWith(KindOf(link).Split('?')[0] + "?", StringComparison.Ordinal)) > MostFilters)) continue;
            // Drawing takes a second a page, axe several: each page bare and once as something filtered. What differs by role is the home.
            var path = link == "/" ? $"/ {userName}" : KindOf(link).Split('?')[0];
            var kind = link.Contains('?', StringComparison.Ordinal) ? path + '?' : path;
            IEnumerable<string> links;
            if (draw && Drawn.TryAdd(kind, true))
            {
                problems.AddRange(await ProblemsOfAsync(watched, link, Inspected.TryAdd(path, true)));
                links = await watched.Page.EvaluateAsync<string[]>(Links);
            }
            else
            {
                (var found, links) = await FetchAsync(watched, link);
                problems.AddRange(found);
            }

            foreach (var next in links)
            {
                // Escaped twice, a link leads to the same page without what was asked for.
                if (next.Contains("&amp;", StringComparison.Ordinal)) problems.Add($"{link}: the link {next} is escaped twice");
                if (!next.StartsWith("/api/", StringComparison.Ordinal) && !next.Contains("export", StringComparison.Ordinal)) waiting.Enqueue(next);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{userName}: {seen.Count} kinds of pages: {string.Join(' ', seen.Order(StringComparer.Ordinal))}");
        Assert.NotEmpty(menu);
        Assert.Empty(menu.Select(KindOf).Except(seen));
        return string.Join('\n', problems);
    }

    private static async Task<IReadOnlyList<string>> ProblemsOfAsync(WatchedPage watched, string link, bool axe)
    {
        watched.TakeNoise();
        var answer = await watched.Page.GotoAsync(link);
        List<string> problems = [];
        if (answer!.Status != 200) problems.Add($"status {answer.Status}");
        if (await watched.Page.Locator("h1").CountAsync() != 1) problems.Add("not exactly one h1");
        if (!(await watched.Page.TitleAsync()).EndsWith("链盟", StringComparison.Ordinal)) problems.Add($"title “{await watched.Page.TitleAsync()}”");
        problems.AddRange(watched.TakeNoise());
        if (axe) problems.AddRange(await watched.AxeAsync());
        problems.AddRange(await watched.OverflowOnPhoneAsync());
        return [.. problems.Select(problem => $"{link}: {problem}")];
    }

    private static async Task<(IReadOnlyList<string> Problems, IEnumerable<string> Links)> FetchAsync(WatchedPage watched, string link)
    {
        var answer = await watched.Page.Context.APIRequest.GetAsync(link);
        var text = await answer.TextAsync();
        List<string> problems = [];
        if (answer.Status != 200) problems.Add($"{link}: status {answer.Status}");
        if (Headings().Count(text) != 1) problems.Add($"{link}: not exactly one h1");
        if (!Title().IsMatch(text)) problems.Add($"{link}: no title");
        return (problems, Anchors().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)).Select(href => href.Split('#')[0]));
    }

    /// <summary>The same page for another record or filter is the same kind; a filtered page in another order, too.</summary>
    private static string KindOf(string link)
    {
        var parts = link.Split('?', 2);
        var path = Node().Replace(Chain().Replace(Id().Replace(parts[0], "{id}"), "/chains/{chain}"), "/atlases/{id}/products/{key}");
        if (parts.Length == 1) return path;
        var asked = parts[1].Split('&').Select(field => field.Split('=')[0]).Where(name => name is not ("page" or "pageSize")).Distinct().Order(StringComparer.Ordinal).ToList();
        if (asked.Count > 1) asked.Remove("sort");
        return $"{path}?{string.Join('&', asked)}";
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex("<title>[^<]*链盟</title>")]
    private static partial Regex Title();

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Anchors();

    [GeneratedRegex("^/chains/[a-z-]+")]
    private static partial Regex Chain();

    [GeneratedRegex("^/atlases/\\{id\\}/products/[^/]+")]
    private static partial Regex Node();
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>
/// Follows the links from each role's home: every kind of page answers 200, logs no error, breaks no rule of the content
/// security policy, passes axe and does not scroll sideways on a phone.
/// </summary>
[Trait("Promise", "13")]
public sealed partial class EveryPageTests(DemonstrationServer demonstration, Chromium chromium) : IClassFixture<DemonstrationServer>
{
    private const string Links = "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)";

    /// <summary>How often axe has looked at a page, whoever opened it: bare and filtered once each show what there is to see.</summary>
    private static readonly ConcurrentDictionary<string, int> Inspected = new(StringComparer.Ordinal);
    private const int MostLooks = 2;

    /// <summary>A list is opened bare and in this many combinations of its filters by each role.</summary>
    private const int MostFilters = 2;

    [Theory]
    [InlineData("admin")]
    [InlineData("city")]
    [InlineData("officer-tl")]
    [InlineData("secretary-tl")]
    [InlineData("firm-ebike")]
    [InlineData("auditor")]
    public async Task Every_page_a_role_can_reach_is_sound(string userName)
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        var problems = await CrawlAsync(watched, userName, axe: true);
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
            problems.Add(await CrawlAsync(watched, userName, axe: false));
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

    private static async Task<string> CrawlAsync(WatchedPage watched, string userName, bool axe)
    {
        await watched.SignInAsync(userName, DemonstrationServer.Password);
        var menu = await watched.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav[aria-label=主菜单] a')].map(a => a.pathname)");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var link))
        {
            if (!seen.Add(KindOf(link)) || (link.Contains('?', StringComparison.Ordinal) && seen.Count(kind => kind.StartsWith(KindOf(link).Split('?')[0] + "?", StringComparison.Ordinal)) > MostFilters)) continue;
            // axe takes seconds a page; what differs by role on the same page is the home.
            var inspect = axe && Inspected.AddOrUpdate(link == "/" ? $"/ {userName}" : KindOf(link).Split('?')[0], 1, (_, looks) => looks + 1) <= MostLooks;
            problems.AddRange(await ProblemsOfAsync(watched, link, inspect));
            foreach (var next in await watched.Page.EvaluateAsync<string[]>(Links))
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

    /// <summary>The same page for another record or filter is the same kind; a filtered page in another order, too.</summary>
    private static string KindOf(string link)
    {
        var parts = link.Split('?', 2);
        var path = Chain().Replace(Id().Replace(parts[0], "{id}"), "/chains/{chain}");
        if (parts.Length == 1) return path;
        var asked = parts[1].Split('&').Select(field => field.Split('=')[0]).Where(name => name is not ("page" or "pageSize")).Distinct().Order(StringComparer.Ordinal).ToList();
        if (asked.Count > 1) asked.Remove("sort");
        return $"{path}?{string.Join('&', asked)}";
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("^/chains/[a-z-]+")]
    private static partial Regex Chain();
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser.Chrome;

/// <summary>A page that notes what a person would not see: script errors, console errors, refusals of the content security policy.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    public const int Desk = 1440;
    public const int Phone = 360;

    private const string ReportRefusals = """
        document.addEventListener('securitypolicyviolation', e => console.error(`CSP ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
        """;

    private readonly RunningServer server;
    private readonly IBrowserContext context;
    private readonly List<string> noise = [];

    private WatchedPage(RunningServer server, IBrowserContext context, IPage page)
    {
        this.server = server;
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    internal static async Task<WatchedPage> OpenAsync(RunningServer server, IBrowserContext context, bool javaScript)
    {
        if (javaScript) await context.AddInitScriptAsync(ReportRefusals);
        var watched = new WatchedPage(server, context, await context.NewPageAsync());
        watched.Page.SetDefaultTimeout(60_000);
        watched.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") watched.Note($"console: {message.Text}");
        };
        watched.Page.PageError += (_, error) => watched.Note($"script: {error}");
        return watched;
    }

    /// <summary>What was noted since the last call.</summary>
    public IReadOnlyList<string> TakeNoise()
    {
        lock (noise)
        {
            string[] taken = [.. noise];
            noise.Clear();
            return taken;
        }
    }

    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("main [name=userName]", userName);
        await Page.FillAsync("main [name=password]", password);
        await Page.ClickAsync("main button[type=submit]");
        await Page.WaitForSelectorAsync(".lm-user", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits for a page of this heading; when another stays, says what that one shows.</summary>
    public async Task ExpectHeadingAsync(string heading)
    {
        try
        {
            await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(heading, new() { Timeout = 30_000 });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"Expected “{heading}” at {Page.Url}, but it shows:\n{await Page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>The page at desk and at phone width, for people to look at: artifacts/screenshots/NAME-1440.png and NAME-360.png.</summary>
    public async Task ShootAsync(string name)
    {
        foreach (var width in new[] { Phone, Desk })
        {
            await Page.SetViewportSizeAsync(width, width == Phone ? 740 : 900);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}-{width}.png"), FullPage = true });
        }
    }

    /// <summary>The elements that reach beyond the right edge at phone width; none when the page does not scroll sideways.</summary>
    public async Task<string[]> OverflowOnPhoneAsync()
    {
        await Page.SetViewportSizeAsync(Phone, 740);
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
              [`the page is ${document.documentElement.scrollWidth} px wide`].concat([...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 5)
                .map(e => `${e.tagName.toLowerCase()}.${e.className?.baseVal ?? e.className} reaches ${Math.round(e.getBoundingClientRect().right)} px`))
            """);
        await Page.SetViewportSizeAsync(Desk, 900);
        return wide;
    }

    /// <summary>What axe finds against WCAG 2.2 A and AA and its own best practices.</summary>
    public async Task<string[]> AxeAsync()
    {
        // Only what is wrong is told with its elements: what is right would be a megabyte a page.
        AxeResult result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.Select(v => $"axe {v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }

    /// <summary>Closes the browser's window; what the server logged as an error goes into the test's output, to explain a failure.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var error in server.Errors) TestContext.Current.TestOutputHelper?.WriteLine(error);
        await context.DisposeAsync();
    }

    private void Note(string line)
    {
        lock (noise) noise.Add(line);
    }
}

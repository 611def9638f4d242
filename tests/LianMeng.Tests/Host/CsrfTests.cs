using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Host;

/// <summary>Promise 14: no foreign page makes a browser change something, and looking changes nothing.</summary>
[Trait("Promise", "14")]
public sealed class CsrfTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string TokenField = "__RequestVerificationToken";

    [WorldFact]
    public async Task No_form_is_taken_without_its_token_or_with_anothers()
    {
        var (forms, posts) = (0, 0);
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin, world.Known.Manager })
        {
            using var browser = await world.BrowserAsync(person);
            using var stranger = await world.BrowserAsync(world.Known.ForeignSecretary);
            var strangers = (await stranger.PageAsync("/")).Forms[0].FieldsOf().GetValueOrDefault(TokenField) ?? "";
            var head = await world.SettledHeadAsync();
            foreach (var (url, form) in await FormsAsync(browser))
            {
                forms++;
                var fields = form.FieldsOf();
                var target = form.GetAttribute("action") is { Length: > 0 } action ? action : url;
                Assert.True(fields.ContainsKey(TokenField), $"the form {HttpSteps.HandlerOf(form) ?? target} of {url} has no token");
                foreach (var token in new[] { null, "", "garbage", strangers })
                {
                    if (token is null) fields.Remove(TokenField);
                    else fields[TokenField] = token;
                    using var answer = await browser.PostFormAsync(target, fields);
                    Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{HttpSteps.HandlerOf(form) ?? target} of {url} with token {token?[..Math.Min(8, token.Length)]}: {(int)answer.StatusCode}");
                    Assert.Contains("刷新", (await answer.ReadPageAsync()).Body!.TextContent);
                    posts++;
                }
            }

            Assert.Equal(head, await world.HeadAsync());
            await browser.PageAsync("/"); // and nobody was signed out
        }

        Assert.True(forms > 5, $"only {forms} forms seen");
        Counts.Say(14, $"{forms} forms, {posts} posts without or with a foreign token: 400 each, 0 changes");
    }

    /// <summary>A form of another site sends cookies; what changes something under /api does not take them.</summary>
    [WorldFact]
    public async Task The_interface_takes_no_cookie_for_what_changes_something()
    {
        var tried = 0;
        using var browser = await world.BrowserAsync(world.Known.Admin);
        var head = await world.SettledHeadAsync();
        foreach (var route in Endpoints.Walked(world.Services).Where(r => r.IsUnsafe && !r.IsAnonymous && r.Pattern.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var type in new[] { "application/json", "text/plain", "application/x-www-form-urlencoded" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Own(world.Known)) { Content = new StringContent("{}", Encoding.UTF8, type) };
                using var answer = await browser.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.UnsupportedMediaType, $"{route} as {type}: {(int)answer.StatusCode}");
                tried++;
            }
        }

        Assert.True(tried > 20);
        Assert.Equal(head, await world.HeadAsync());
        Counts.Say(14, $"{tried} calls with a cookie and no token: 0 changes");
    }

    [WorldFact]
    public async Task Looking_changes_nothing()
    {
        var looked = 0;
        foreach (var person in world.Known.OwnPeople)
        {
            using var browser = await world.BrowserAsync(person);
            using var api = await world.ApiAsync(person);
            var head = await world.SettledHeadAsync();
            foreach (var route in Endpoints.Walked(world.Services).Where(r => !r.IsUnsafe))
            {
                foreach (var address in new[] { route.Own(world.Known), route.Foreign(world.Known) + "?text=求购铝锭&query=铝" })
                {
                    using var answer = await (route.Page is null ? api : browser).GetAsync(address);
                    await answer.Content.ReadAsByteArrayAsync();
                    looked++;
                }
            }

            Assert.Equal(head, await world.HeadAsync());
        }

        Assert.True(looked > 200);
        Counts.Say(14, $"{looked} GET requests by 6 posts: 0 facts");
    }

    /// <summary>Every form that posts, on every page that the person can open.</summary>
    private async Task<List<(string Url, IHtmlFormElement Form)>> FormsAsync(HttpClient browser)
    {
        var forms = new List<(string, IHtmlFormElement)>();
        foreach (var route in Endpoints.Walked(world.Services).Where(r => r.Page is not null && !r.IsUnsafe && r.Pattern != "/sign-in"))
        {
            var url = route.Own(world.Known);
            using var answer = await browser.GetAsync(url);
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            var page = await answer.ReadPageAsync();
            forms.AddRange(page.Forms.Where(f => f.Method == "post").Select(f => (url, f)));
        }

        return [.. forms.DistinctBy(f => (f.Item2.GetAttribute("action") ?? f.Item1, HttpSteps.HandlerOf(f.Item2)))];
    }
}

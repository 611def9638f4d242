using System.Net;
using System.Text;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Access;

/// <summary>Promise 5: every use case and every route keeps to its rule, for every post and for nobody.</summary>
[Trait("Promise", "5")]
public sealed class AccessTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Every_use_case_lets_in_whom_its_rule_names_and_denies_the_others()
    {
        var (allowed, denied) = (0, 0);
        var useCases = Counts.Places(Catalogue.UseCases, useCase => useCase.Name).ToList();
        foreach (var useCase in useCases)
        {
            foreach (var actor in Enum.GetValues<Role>().Select(role => ActorWith(role)).Append(Actor.Anonymous))
            {
                var may = Catalogue.AccessOf(useCase).Allows(actor);
                var before = await world.HeadAsync();
                OutcomeKind kind = await world.AsAsync(actor, services => RunEmptyAsync(services, useCase));
                Assert.True(may == (kind != OutcomeKind.Denied), $"{useCase.Name} as {string.Join(',', actor.Roles)}: {kind}");
                if (may) allowed++;
                else denied++;

                // A denied command is a fact; a denied question writes nothing.
                if (!may && Catalogue.ArgumentsOf(useCase, typeof(Command<,>)) is not null && actor.IsSignedIn)
                    Assert.Equal(nameof(AccessDenied), await world.ReadAsync(db => db.Set<LedgerEntry>().Where(e => e.Seq == before + 1).Select(e => e.Kind).SingleAsync()));
                else if (!may) Assert.Equal(before, await world.HeadAsync());
            }
        }

        Assert.True(denied > 40 && allowed > 40);
        Counts.Say(5, $"{useCases.Count} use cases × 6 posts and nobody: {allowed} let in, {denied} denied, 0 otherwise");
    }

    [WorldFact]
    public async Task Every_route_lets_in_whom_its_use_case_names_and_answers_403_to_others()
    {
        var routes = Endpoints.Walked(world.Services).Where(r => r.UseCase is not null && !r.IsAnonymous).OrderBy(r => r.Pattern.Contains("sign-out", StringComparison.Ordinal)).ToList();
        var tried = 0;
        foreach (var person in world.Known.OwnPeople)
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            var actor = await world.ActorAsync(person);
            foreach (var route in routes)
            {
                var may = Catalogue.AccessOf(route.UseCase!).Allows(actor);
                foreach (var client in route.IsUnsafe ? [api] : new[] { api, browser })
                {
                    using var answer = await SendAsync(client, route, route.IsUnsafe ? route.Nobody() : route.Own(world.Known));
                    Assert.True(may ? answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.Redirect) : answer.StatusCode == HttpStatusCode.Forbidden,
                        $"{route} as {person}: {(int)answer.StatusCode}, the rule says {Catalogue.AccessOf(route.UseCase!).Describe}");
                    Assert.True((int)answer.StatusCode < 500, $"{route} as {person}: {(int)answer.StatusCode}");
                    tried++;
                }
            }
        }

        Assert.True(tried > 200);
        Counts.Say(5, $"{routes.Count} routes × 6 posts: {tried} requests, each as its rule says");
    }

    [WorldFact]
    public async Task Nobody_gets_401_from_the_interface_and_the_sign_in_page_from_pages()
    {
        using var nobody = world.Anonymous();
        var tried = 0;
        foreach (var route in Endpoints.Of(world.Services).Where(r => !r.IsAnonymous))
        {
            using var answer = await SendAsync(nobody, route, route.Own(world.Known));
            if (route.Pattern.StartsWith("/api/", StringComparison.Ordinal))
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{route}: {(int)answer.StatusCode}");
                Assert.Contains("登录", await answer.Content.ReadAsStringAsync());
            }
            else
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal), $"{route}: {(int)answer.StatusCode}");
            }

            tried++;
        }

        Assert.True(tried > 30);
        Counts.Say(5, $"{tried} routes without signing in: all closed");
    }

    [WorldFact]
    public async Task What_the_menu_shows_opens_and_what_it_hides_is_denied()
    {
        var pages = Endpoints.Of(world.Services).Where(r => r.Page is not null).Select(r => r.Pattern).ToHashSet(StringComparer.Ordinal);
        var lines = Catalogue.Capabilities.SelectMany(c => c.Menu).Where(l => pages.Contains(l.Href)).ToList();
        Assert.True(lines.Count > 3);
        foreach (var person in world.Known.OwnPeople)
        {
            using var browser = await world.BrowserAsync(person);
            var actor = await world.ActorAsync(person);
            foreach (var line in lines)
            {
                using var answer = await browser.GetAsync(line.Href);
                if (answer.StatusCode == HttpStatusCode.Found && line.Access.Allows(actor))
                {
                    // one's own page leads on to where it is, and that opens
                    using var led = await browser.GetAsync(answer.Headers.Location);
                    Assert.True(led.StatusCode == HttpStatusCode.OK, $"{line.Href} as {person} leads to {answer.Headers.Location}: {(int)led.StatusCode}");
                    continue;
                }

                Assert.True(answer.StatusCode == (line.Access.Allows(actor) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{line.Href} as {person}: {(int)answer.StatusCode}");
            }
        }
    }

    [WorldFact]
    public async Task Every_line_of_the_menu_leads_somewhere()
    {
        using var browser = await world.BrowserAsync(world.Known.Admin);
        var lines = Catalogue.Capabilities.SelectMany(c => c.Menu).ToList();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var answer = await browser.GetAsync(line.Href);
            Assert.True(answer.StatusCode != HttpStatusCode.NotFound, $"{line.Title} → {line.Href}: 404");
        }
    }

    private Actor ActorWith(Role role)
        => Actor.Person(Guid.CreateVersion7(), "somebody", [new(role, world.Known.Tongliang, null, null)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);

    /// <summary>With an empty input: whoever is let in gets as far as validation.</summary>
    private static async Task<OutcomeKind> RunEmptyAsync(IServiceProvider services, Type useCase)
    {
        var run = useCase.GetMethod("RunAsync")!;
        var input = Activator.CreateInstance(UseCaseTests.InputOf(useCase))!;
        object?[] arguments = run.GetParameters().Length == 3 ? [input, null, CancellationToken.None] : [input, CancellationToken.None];
        dynamic task = run.Invoke(services.GetRequiredService(useCase), arguments)!;
        return (await task).Kind;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, Route route, string address)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), address);
        if (route.IsUnsafe && (route.Pattern.Contains("/imports/", StringComparison.Ordinal) || route.ToString() == "POST /api/files")) request.Content = new MultipartFormDataContent { { new StringContent("x"), "x" } };
        else if (route.IsUnsafe) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return client.SendAsync(request);
    }
}

using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Architecture;

/// <summary>A reviewed file lists every route, page and use case with its rule: nothing becomes reachable without somebody reading it.</summary>
public sealed class AccessManifestTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Manifest = "tests/LianMeng.Tests/Architecture/access-manifest.txt";

    /// <summary>Open without a use case, and why.</summary>
    private static readonly Dictionary<string, string> OpenRoutes = new(StringComparer.Ordinal)
    {
        ["GET /health/live"] = "a balancer asks, it has no account; says only that the process runs",
        ["GET /health/ready"] = "a balancer asks; says only whether the program can work",
        ["GET /openapi/{documentName}.json"] = "the description of the interface holds no data",
        ["POST /sign-out"] = "ends a session, also one that is no longer good; asks for the form's token",
        ["GET /join"] = "who is invited has no account yet; without a code it shows nothing",
        ["POST /join"] = "who is invited has no account yet; without a code it does nothing",
        ["GET /sign-in"] = "before signing in nobody is signed in",
        ["POST /sign-in"] = "before signing in nobody is signed in",
    };

    [WorldFact]
    public void Every_route_and_use_case_is_in_the_reviewed_manifest()
    {
        var routes = Endpoints.Of(world.Services);
        Assert.True(routes.Count > 25, $"only {routes.Count} routes seen");
        Repository.AssertReviewed(Manifest,
        [
            "# Every route (method, pattern, use case or page, rule), then every use case with its rule. Written by AccessManifestTests, read by a reviewer.",
            .. routes.Select(r => $"route  {r.Method,-5} {r.Pattern,-48} {(r.UseCase ?? r.Page)?.Name ?? "-",-22} {RuleOf(r)}"),
            .. Catalogue.UseCases.Select(u => $"case   {u.Namespace!.Split('.')[2],-14} {u.Name,-20} {Catalogue.AccessOf(u).Describe}").Order(StringComparer.Ordinal),
        ]);
    }

    [WorldFact]
    public void A_route_that_is_open_says_why()
    {
        var open = Endpoints.Of(world.Services).Where(r => r.IsAnonymous && r.UseCase is null).Select(r => r.ToString()).ToList();
        Assert.NotEmpty(open);
        Assert.Equal(OpenRoutes.Keys.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [WorldFact]
    public void A_route_is_a_page_or_a_use_case_or_is_open_with_a_reason()
        => Assert.Empty(Endpoints.Of(world.Services).Where(r => r.UseCase is null && r.Page is null && !r.IsAnonymous).Select(r => r.ToString()));

    /// <summary>A route may be open only when its use case is.</summary>
    [WorldFact]
    public void A_route_is_as_open_as_its_use_case()
        => Assert.Empty(Endpoints.Of(world.Services).Where(r => r.UseCase is { } u && r.IsAnonymous != Catalogue.AccessOf(u).Allows(Actor.Anonymous)).Select(r => r.ToString()));

    private static string RuleOf(Route route)
        => route.UseCase is { } useCase ? Catalogue.AccessOf(useCase).Describe
            : route.IsAnonymous ? "open: " + OpenRoutes.GetValueOrDefault(route.ToString(), "?")
            : "signed in; the page asks its use cases";
}

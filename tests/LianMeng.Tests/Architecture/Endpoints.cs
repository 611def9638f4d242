using LianMeng.Host;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Architecture;

/// <summary>One route of the running program.</summary>
internal sealed record Route(string Method, string Pattern, Type? UseCase, Type? Page, bool IsAnonymous)
{
    public bool IsUnsafe => Method is not ("GET" or "HEAD");

    public bool RunsCommand => IsUnsafe && UseCase is not null && Catalogue.ArgumentsOf(UseCase, typeof(Command<,>)) is not null;

    public override string ToString() => $"{Method} {Pattern}";
}

/// <summary>Every route of the running program, static files apart.</summary>
internal static class Endpoints
{
    /// <summary>The framework's own: its answer to a redirect of a form post, and static files that were not there when the program was built.</summary>
    private static readonly string[] Frameworks = ["/_framework/opaque-redirect", "/{**path:file}"];

    public static IReadOnlyList<Route> Of(IServiceProvider services)
        => [.. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => new Route(
                method,
                "/" + e.RoutePattern.RawText!.TrimStart('/'),
                e.Metadata.GetMetadata<UseCaseMetadata>()?.UseCase,
                e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type,
                e.Metadata.GetMetadata<IAllowAnonymous>() is not null)))
            .Where(r => !Frameworks.Contains(r.Pattern))
            .DistinctBy(r => (r.Method, r.Pattern))
            .OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)];

    /// <summary>Those that a walk through all of them goes to.</summary>
    public static IEnumerable<Route> Walked(IServiceProvider services) => Counts.Places(Of(services), route => route.Pattern);
}

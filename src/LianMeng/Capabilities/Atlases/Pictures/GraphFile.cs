using System.Net.Mime;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>The graph as a file that stands alone, of the same selection as the page.</summary>
internal static class GraphFile
{
    public static void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/api/atlases/{id}/export.svg", async (HttpContext http, string id, ShowGraph show, Actor actor, CancellationToken cancellation) =>
        {
            var (input, errors) = InputBinder.Bind<ShowGraph.Input>(http.Request.Query.Append(KeyValuePair.Create("id", new Microsoft.Extensions.Primitives.StringValues(id))));
            if (errors.ContainsKey("id")) return Problems.Of(Outcome<ShowGraph.View>.NotFound(), actor.IsSignedIn);
            input.Zoom = 100;
            var outcome = errors.Count > 0 ? Outcome<ShowGraph.View>.Invalid(errors) : await show.RunAsync(input, cancellation);
            // a file of nothing would be taken for an empty atlas
            if (outcome.Value?.Refusal is { } refusal) outcome = Outcome<ShowGraph.View>.Invalid("product", refusal);
            if (!outcome.IsDone) return Problems.Of(outcome, actor.IsSignedIn);
            var svg = GraphSvg.Write(outcome.Value!, new("g", null, 100, IsAlone: true));
            return Results.File(System.Text.Encoding.UTF8.GetBytes(svg), MediaTypeNames.Image.Svg, $"{outcome.Value!.Head.Title}关系图.svg");
        }).WithTags("Pictures").WithSummary("关系图，SVG 文件").WithMetadata(new UseCaseMetadata(typeof(ShowGraph)), new QueryInput(typeof(ShowGraph.Input)))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

using System.Text.Json;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host;

/// <summary>
/// A use case becomes an endpoint by one line in its capability's manifest. Binding, status codes, idempotency key, version
/// and the OpenAPI description come from here.
/// </summary>
public sealed class UseCaseEndpoints(IEndpointRouteBuilder routes)
{
    /// <summary>For the few endpoints that carry files; they state their use case so that the access manifest knows them.</summary>
    public IEndpointRouteBuilder Routes => routes;

    public void List<TQuery>(string pattern, string summary) where TQuery : UseCase
        => Invoke(nameof(MapList), typeof(TQuery), typeof(Query<,>), pattern, summary);

    public void Get<TShow>(string pattern, string summary) where TShow : UseCase
        => Invoke(nameof(MapGet), typeof(TShow), typeof(Show<,>), pattern, summary);

    public void Post<TCommand>(string pattern, string summary) where TCommand : UseCase => Change<TCommand>("POST", pattern, summary);

    public void Put<TCommand>(string pattern, string summary) where TCommand : UseCase => Change<TCommand>("PUT", pattern, summary);

    public void Delete<TCommand>(string pattern, string summary) where TCommand : UseCase => Change<TCommand>("DELETE", pattern, summary);

    private void Change<TCommand>(string method, string pattern, string summary) where TCommand : UseCase
        => Invoke(nameof(MapCommand), typeof(TCommand), typeof(Command<,>), method, pattern, summary);

    private void Invoke(string mapper, Type useCase, Type definition, params object[] arguments)
    {
        var types = Catalogue.ArgumentsOf(useCase, definition) ?? throw new InvalidOperationException($"{useCase.Name} is no {definition.Name}.");
        GetType().GetMethod(mapper, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod([useCase, .. types]).Invoke(this, arguments);
    }

    private void MapList<TQuery, TFilter, TRow>(string pattern, string summary)
        where TQuery : Query<TFilter, TRow> where TFilter : ListFilter, new() where TRow : class
    {
        Describe<TQuery>(routes.MapGet(pattern, async (HttpContext http, TQuery query, Actor actor, CancellationToken cancellation) =>
        {
            var (filter, errors) = InputBinder.Bind<TFilter>(http.Request.Query.Concat(RouteFields(http)));
            var outcome = errors.Keys.Any(http.Request.RouteValues.ContainsKey) ? Outcome<Page<TRow>>.NotFound() : errors.Count > 0 ? Outcome<Page<TRow>>.Invalid(errors) : await query.RunAsync(filter, cancellation);
            return outcome.IsDone ? Results.Ok(outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
        }), summary).WithName(typeof(TQuery).Name).Produces<Page<TRow>>().WithMetadata(new QueryInput(typeof(TFilter)));

        Describe<TQuery>(routes.MapGet(pattern + "/export.xlsx", async (HttpContext http, TQuery query, Actor actor, CancellationToken cancellation) =>
        {
            var (filter, errors) = InputBinder.Bind<TFilter>(http.Request.Query.Concat(RouteFields(http)));
            var outcome = errors.Keys.Any(http.Request.RouteValues.ContainsKey) ? Outcome<IReadOnlyList<TRow>>.NotFound() : errors.Count > 0 ? Outcome<IReadOnlyList<TRow>>.Invalid(errors) : await query.ExportAsync(filter, cancellation);
            if (!outcome.IsDone) return Problems.Of(outcome, actor.IsSignedIn);
            return Results.Stream(stream => ListExport.WriteAsync(stream, summary, outcome.Value!, cancellation), ListExport.ContentType, $"{summary}.xlsx");
        }), summary + "，导出 Excel").WithMetadata(new QueryInput(typeof(TFilter)));
    }

    private void MapGet<TShow, TInput, TView>(string pattern, string summary)
        where TShow : Show<TInput, TView> where TInput : class, new()
        => Describe<TShow>(routes.MapGet(pattern, async (HttpContext http, TShow show, Actor actor, CancellationToken cancellation) =>
        {
            var (input, errors) = InputBinder.Bind<TInput>(http.Request.Query.Concat(RouteFields(http)));
            // An address that names no record is not found, whatever is wrong with it.
            if (errors.Keys.Any(http.Request.RouteValues.ContainsKey)) return Problems.Of(Outcome<TView>.NotFound(), actor.IsSignedIn);
            var outcome = errors.Count > 0 ? Outcome<TView>.Invalid(errors) : await show.RunAsync(input, cancellation);
            return outcome.IsDone ? Results.Ok(outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
        }), summary).WithName(typeof(TShow).Name).Produces<TView>().WithMetadata(new QueryInput(typeof(TInput)));

    private void MapCommand<TCommand, TInput, TResult>(string method, string pattern, string summary)
        where TCommand : Command<TInput, TResult> where TInput : class, new()
        => Describe<TCommand>(routes.MapMethods(pattern, [method], async (HttpContext http, TCommand command, Actor actor, CancellationToken cancellation) =>
        {
            // Who may is asked before what is sent is read: a stranger learns nothing about the input.
            if (!command.Access.Allows(actor) && !actor.IsSignedIn) return Problems.Of(StatusCodes.Status401Unauthorized, "请先登录后再操作。");
            var (input, problem) = await ReadBodyAsync<TInput>(http, cancellation);
            if (input is null) return problem!;
            if (ApplyRoute(http, input) is { } unreadable) return unreadable;
            var outcome = await command.RunAsync(input, http.Request.Headers["Idempotency-Key"].FirstOrDefault(), cancellation);
            if (!outcome.IsDone) return Problems.Of(outcome, actor.IsSignedIn);
            return outcome.Value is ICreated created ? Results.Created(created.Location, outcome.Value) : Results.Ok(outcome.Value);
        }), summary).WithName(typeof(TCommand).Name).Accepts<TInput>("application/json")
            .Produces<TResult>(typeof(TResult).IsAssignableTo(typeof(ICreated)) ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static RouteHandlerBuilder Describe<TUseCase>(RouteHandlerBuilder endpoint, string summary) where TUseCase : UseCase
    {
        endpoint.WithMetadata(new UseCaseMetadata(typeof(TUseCase))).WithSummary(summary)
            .WithTags(typeof(TUseCase).Namespace!.Split('.')[^1])
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        if (Catalogue.AccessOf(typeof(TUseCase)).Allows(Actor.Anonymous)) endpoint.AllowAnonymous();
        return endpoint;
    }

    internal static async Task<(TInput? Input, IResult? Problem)> ReadBodyAsync<TInput>(HttpContext http, CancellationToken cancellation) where TInput : class, new()
    {
        if (http.Request.ContentLength is 0 or null && !http.Request.Headers.ContainsKey("Transfer-Encoding")) return (new TInput(), null);
        if (!http.Request.HasJsonContentType())
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 Content-Type: application/json 提交。"));
        try
        {
            var input = await JsonSerializer.DeserializeAsync<TInput>(http.Request.Body, Json.Options, cancellation);
            return input is null ? (null, Problems.Of(StatusCodes.Status400BadRequest, "请求内容为空，请提交一个 JSON 对象。")) : (input, null);
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 1 } path ? $"“{path.TrimStart('$', '.')}”" : "请求内容";
            var place = e.LineNumber is { } line ? $"（第 {line + 1} 行，第 {(e.BytePositionInLine ?? 0) + 1} 字节附近）" : "";
            return (null, Problems.Of(StatusCodes.Status400BadRequest, $"{field}不是所要求的 JSON 内容{place}；请对照 /api/docs 中的格式修改后重新提交。"));
        }
    }

    /// <summary>
    /// The record's id stands in the address, its version may stand in If-Match: both win over the body. What cannot be read
    /// is said, never left out: a garbage version would pass as none, a garbage id as the one in the body.
    /// </summary>
    private static IResult? ApplyRoute<TInput>(HttpContext http, TInput input)
    {
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (typeof(TInput).GetProperty(name, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance) is not { CanWrite: true } property
                || property.PropertyType != typeof(Guid)) continue;
            if (!Guid.TryParse(value?.ToString(), out var id)) return Problems.Of(StatusCodes.Status404NotFound, Outcome<TInput>.NotFound().Message);
            property.SetValue(input, id);
        }

        var tag = http.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0 || typeof(TInput).GetProperty("Version") is not { CanWrite: true } version || version.PropertyType != typeof(Guid?)) return null;
        if (!Guid.TryParse(tag.Trim('"'), out var seen))
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "有内容需要修改", new Dictionary<string, string[]> { ["version"] = ["If-Match 应为读取这条记录时得到的 version，例如 If-Match: \"019…\"。"] });
        version.SetValue(input, seen);
        return null;
    }

    private static IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> RouteFields(HttpContext http)
        => http.Request.RouteValues.Select(v => KeyValuePair.Create(v.Key, new Microsoft.Extensions.Primitives.StringValues(v.Value?.ToString())));
}

/// <summary>Which use case stands behind an endpoint.</summary>
public sealed record UseCaseMetadata(Type UseCase);

/// <summary>The input that a GET endpoint reads from its query string, for the OpenAPI description.</summary>
public sealed record QueryInput(Type Type);

using LianMeng.Shared.UseCases;
using Microsoft.Extensions.Primitives;

namespace LianMeng.Shared.Ui;

/// <summary>
/// Asks what a page's address asks for. Addresses are typed, shortened and pasted: what cannot be read is answered in
/// words (422), never by an error page and never by silently leaving the condition out.
/// </summary>
public static class PageQuery
{
    /// <summary>The query string and the route as an input; a value that cannot be read is an error of its field.</summary>
    public static (TInput Input, Dictionary<string, string[]> Errors) Bind<TInput>(HttpContext http) where TInput : class, new()
        => InputBinder.Bind<TInput>(http.Request.Query.Concat(
            http.Request.RouteValues.Select(value => KeyValuePair.Create(value.Key, new StringValues(value.Value?.ToString())))));

    /// <summary>The list with filter, sort and page of the address; the filter is what the page's fields show.</summary>
    public static async Task<(TFilter Filter, Outcome<Page<TRow>> Outcome)> AskAsync<TFilter, TRow>(this Query<TFilter, TRow> query, HttpContext http)
        where TFilter : ListFilter, new() where TRow : class
    {
        var (filter, errors) = Bind<TFilter>(http);
        return (filter, errors.Count > 0 ? Outcome<Page<TRow>>.Invalid(errors) : await query.RunAsync(filter, http.RequestAborted));
    }

    /// <summary>The record, match or count that the address asks for.</summary>
    public static async Task<(TInput Input, Outcome<TView> Outcome)> AskAsync<TInput, TView>(this Show<TInput, TView> show, HttpContext http)
        where TInput : class, new()
    {
        var (input, errors) = Bind<TInput>(http);
        return (input, errors.Count > 0 ? Outcome<TView>.Invalid(errors) : await show.RunAsync(input, http.RequestAborted));
    }
}

using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pages;

/// <summary>Asks what a picture's address asks for.</summary>
internal static class PictureQuery
{
    /// <summary>An atlas whose id cannot be read is none: 404, not a condition to be mended.</summary>
    public static async Task<(TInput Input, Outcome<TView> Outcome)> AskPictureAsync<TInput, TView>(this Show<TInput, TView> show, HttpContext http)
        where TInput : class, new()
    {
        var (input, errors) = PageQuery.Bind<TInput>(http);
        if (errors.Keys.Any(http.Request.RouteValues.ContainsKey)) return (input, Outcome<TView>.NotFound());
        return (input, errors.Count > 0 ? Outcome<TView>.Invalid(errors) : await show.RunAsync(input, http.RequestAborted));
    }
}

namespace LianMeng.Shared.Ui;

/// <summary>The status code of a page that has words of its own.</summary>
public static class PageStatus
{
    public static void Set(HttpContext? http, int status)
    {
        if (http is null || http.Response.HasStarted) return;
        // The renderer throws a page away that is 404 before it is sent (for a re-execution that we do not use).
        if (status != StatusCodes.Status404NotFound) http.Response.StatusCode = status;
        else http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}

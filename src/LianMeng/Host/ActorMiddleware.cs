using System.Security.Claims;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host;

/// <summary>Turns a cookie or token into the actor of this request, or into nobody when it is no longer good.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, ActorScope scope, ActorLoader loader, SessionSightings sightings, SignInPolicy policy)
    {
        if (http.User.Identity is { IsAuthenticated: true } && http.GetEndpoint() is not null && !IsSigningIn(http.Request))
        {
            var viaToken = http.Request.Headers.ContainsKey("Authorization");
            var actor = IdOf(http, ClaimTypes.NameIdentifier) is { } userId && IdOf(http, SessionEndpoints.SessionClaim) is { } sessionId
                ? await loader.LoadAsync(userId, sessionId, http.User.FindFirstValue(SessionEndpoints.StampClaim) ?? "", viaToken, http.RequestAborted)
                : null;
            if (actor is null)
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                scope.Set(actor);
                sightings.Note(actor.Session!.Id);
                if (policy.Holds(actor) && !SignInPolicy.IsAllowed(http.Request.Path))
                {
                    await HoldAsync(http);
                    return;
                }
            }
        }

        await next(http);
    }

    /// <summary>Whoever signs in is nobody until then, also with a session open: else their failures would be counted in their own district.</summary>
    private static bool IsSigningIn(HttpRequest request)
        => HttpMethods.IsPost(request.Method) && (request.Path == "/sign-in" || request.Path == "/api/login");

    private static Task HoldAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api"))
            return Problems.Of(StatusCodes.Status403Forbidden, "您的职务要求第二重验证：请先启用验证器，或用通行密钥登录。").ExecuteAsync(http);
        http.Response.Redirect(SignInPolicy.Page);
        return Task.CompletedTask;
    }

    private static Guid? IdOf(HttpContext http, string claim) => Guid.TryParse(http.User.FindFirstValue(claim), out var id) ? id : null;
}

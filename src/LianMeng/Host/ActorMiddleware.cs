using System.Security.Claims;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;

namespace LianMeng.Host;

/// <summary>Turns a cookie or token into the actor of this request, or into nobody when it is no longer good.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, ActorScope scope, ActorLoader loader)
    {
        if (http.User.Identity is { IsAuthenticated: true } && http.GetEndpoint() is not null)
        {
            var viaToken = http.Request.Headers.ContainsKey("Authorization");
            var actor = Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
                ? await loader.LoadAsync(userId, http.User.FindFirstValue(SessionEndpoints.StampClaim) ?? "", viaToken, http.RequestAborted)
                : null;
            if (actor is null) http.User = new ClaimsPrincipal(new ClaimsIdentity());
            else scope.Set(actor);
        }

        await next(http);
    }
}

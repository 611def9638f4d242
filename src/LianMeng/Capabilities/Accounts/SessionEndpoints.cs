using System.Security.Claims;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Cookies and tokens: the only part of sign-in that is about HTTP.</summary>
public static class SessionEndpoints
{
    public const string StampClaim = "stamp";
    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(8);

    public sealed record Token(string AccessToken, string TokenType, int ExpiresInSeconds);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/login", async (HttpContext http, SignIn signIn, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock, CancellationToken cancellation) =>
        {
            var (input, problem) = await UseCaseEndpoints.ReadBodyAsync<SignIn.Input>(http, cancellation);
            if (input is null) return problem!;
            var outcome = await signIn.RunAsync(input, cancellation: cancellation);
            if (outcome.Kind == OutcomeKind.Refused) return Problems.Of(StatusCodes.Status401Unauthorized, outcome.Message);
            if (!outcome.IsDone) return Problems.Of(outcome, signedIn: false);
            var ticket = new AuthenticationTicket(Principal(outcome.Value!, BearerTokenDefaults.AuthenticationScheme),
                new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + TokenLife }, BearerTokenDefaults.AuthenticationScheme);
            var token = bearer.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
            return Results.Ok(new Token(token, "Bearer", (int)TokenLife.TotalSeconds));
        }).AllowAnonymous().WithMetadata(new UseCaseMetadata(typeof(SignIn))).WithTags("Accounts").WithSummary("登录，取得访问令牌")
            .Accepts<SignIn.Input>("application/json").Produces<Token>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        routes.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(http);
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    public static ClaimsPrincipal Principal(SignIn.Session session, string scheme)
        => new(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()), new Claim(StampClaim, session.Stamp)], scheme));
}

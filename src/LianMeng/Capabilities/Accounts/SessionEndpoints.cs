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
    public const string SessionClaim = "session";
    public static readonly TimeSpan TokenLife = UserSession.TokenLife;

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
            if (outcome.Value!.Session is not { } session) return SecondFactorRequired();
            var ticket = new AuthenticationTicket(Principal(session, BearerTokenDefaults.AuthenticationScheme),
                new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + TokenLife }, BearerTokenDefaults.AuthenticationScheme);
            var token = bearer.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
            return Results.Ok(new Token(token, "Bearer", (int)TokenLife.TotalSeconds));
        }).AllowAnonymous().WithMetadata(new UseCaseMetadata(typeof(SignIn))).WithTags("Accounts").WithSummary("登录，取得访问令牌")
            .Accepts<SignIn.Input>("application/json").Produces<Token>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        routes.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery, Actor actor, EndSession endSession, CancellationToken cancellation) =>
        {
            await antiforgery.ValidateRequestAsync(http);
            if (actor.Session is { } session) await endSession.RunAsync(new() { Id = session.Id }, cancellation: cancellation);
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Told only to those who have the password; a program sends the same again with the field code.</summary>
    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult SecondFactorRequired()
    {
        var problem = Problems.Of(StatusCodes.Status401Unauthorized, "这个账号启用了验证器，请在 code 里一并提交验证码或恢复码。");
        problem.ProblemDetails.Extensions["code"] = "second-factor-required";
        return problem;
    }

    public static ClaimsPrincipal Principal(SignIn.Session session, string scheme)
        => new(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()), new Claim(StampClaim, session.Stamp), new Claim(SessionClaim, session.SessionId.ToString())], scheme));
}

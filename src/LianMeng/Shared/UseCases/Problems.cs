using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LianMeng.Shared.UseCases;

/// <summary>Outcomes as HTTP: problem details (RFC 9457) in Chinese for everything that is not done.</summary>
public static class Problems
{
    public static int Status(OutcomeKind kind, bool signedIn = true) => kind switch
    {
        OutcomeKind.Done => StatusCodes.Status200OK,
        OutcomeKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        OutcomeKind.Refused or OutcomeKind.Conflict => StatusCodes.Status409Conflict,
        OutcomeKind.Denied => signedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized,
        OutcomeKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status404NotFound,
    };

    public static string Title(int status) => status switch
    {
        400 => "请求内容无法读取",
        401 => "请先登录",
        403 => "没有权限",
        404 => "没有找到",
        405 => "不支持这种请求方式",
        409 => "目前不能这样做",
        413 => "内容太大",
        415 => "不支持这种内容类型",
        422 => "有内容需要修改",
        429 => "请求过于频繁",
        503 => "系统正在启动",
        _ => "系统出错了",
    };

    public static IResult Of<T>(Outcome<T> outcome, bool signedIn)
    {
        var problem = Of(Status(outcome.Kind, signedIn), outcome.Message, outcome.Errors);
        return outcome.RetryAfter is { } wait ? new Later(problem, wait) : problem;
    }

    /// <summary>Says in a header (RFC 9110, 10.2.3) when it is worth trying again.</summary>
    public static void RetryAfter(HttpContext http, TimeSpan wait)
        => http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Later(IResult Problem, TimeSpan Wait) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            RetryAfter(http, Wait);
            return Problem.ExecuteAsync(http);
        }
    }

    public static ProblemHttpResult Of(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var problem = new ProblemDetails { Status = status, Title = Title(status), Detail = detail };
        if (errors is { Count: > 0 }) problem.Extensions["errors"] = errors;
        return TypedResults.Problem(problem);
    }
}

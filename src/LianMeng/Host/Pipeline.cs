using LianMeng.Host.Components;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace LianMeng.Host;

/// <summary>The order in which a request passes.</summary>
public static class Pipeline
{
    public static WebApplication UseLianMeng(this WebApplication app)
    {
        app.Use(RequestTrace.OpenAsync);
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(error => error.Run(AnswerErrorAsync));
        app.UseStatusCodePages(AnswerBareStatusAsync);
        OpenApi.UsePage(app);
        app.UseRouting();
        app.Use(RequestTrace.NameAsync);
        app.UseAuthentication();
        app.Use(WaitUntilLoadedAsync);
        app.Use(NoteAddress);
        app.UseMiddleware<ActorMiddleware>();
        app.Use(CountAsync);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForeignFormsAsync);
        app.Use(SayGoneFormAsync);

        app.MapStaticAssets().AllowAnonymous().WithMetadata(new FreeOfBudget());
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().WithMetadata(new FreeOfBudget()).ExcludeFromDescription();
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken cancellation)
            => await readiness.ProblemAsync(cancellation) is { } problem ? Results.Text(problem, statusCode: 503) : Results.Text("ready"))
            .AllowAnonymous().WithMetadata(new FreeOfBudget()).ExcludeFromDescription();
        OpenApi.Map(app);
        var endpoints = new UseCaseEndpoints(app);
        foreach (var capability in Catalogue.Capabilities) capability.MapEndpoints(endpoints);
        app.MapRazorComponents<App>().WithStaticAssets();
        return app;
    }

    private static async Task WaitUntilLoadedAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FreeOfBudget>() is not null || await http.RequestServices.GetRequiredService<Readiness>().LoadedAsync(http.RequestAborted))
        {
            await next(http);
            return;
        }

        Problems.RetryAfter(http, TimeSpan.FromSeconds(10));
        await AnswerAsync(http, StatusCodes.Status503ServiceUnavailable, "系统正在启动，请十秒后刷新。");
    }

    private static Task NoteAddress(HttpContext http, RequestDelegate next)
    {
        http.RequestServices.GetRequiredService<ActorScope>().Address = Budgets.AddressOf(http.Connection.RemoteIpAddress);
        return next(http);
    }

    /// <summary>Health checks and static files are free: whoever is asked too often must still be able to say so.</summary>
    private static Task CountAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<FreeOfBudget>() is not null) return next(http);
        var scope = http.RequestServices.GetRequiredService<ActorScope>();
        if (http.RequestServices.GetRequiredService<Budgets>().Spend(Budget.Requests, scope) is not var (wait, message)) return next(http);
        Problems.RetryAfter(http, wait);
        return AnswerAsync(http, StatusCodes.Status429TooManyRequests, message);
    }

    /// <summary>An endpoint that no budget counts and that answers while the node is still loading.</summary>
    private sealed class FreeOfBudget;

    /// <summary>The framework answers a form without a good token with an empty page; a bare status is answered in words.</summary>
    private static Task RefuseForeignFormsAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>A form that its page shows no more (the step was taken, the right is gone) is answered by the framework with an empty 400.</summary>
    private static async Task SayGoneFormAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null } && http.Request.HasFormContentType && !http.Request.Path.StartsWithSegments("/api"))
            await AnswerAsync(http, StatusCodes.Status400BadRequest, "这一步在页面上已经没有了：可能已经办过，或您不再有权办理。请返回并刷新页面，看最新内容；刚才填写的没有保存。");
    }

    /// <summary>Nothing about the inside leaves: a person gets a number to quote, the log gets the rest.</summary>
    private static async Task AnswerErrorAsync(HttpContext http)
    {
        var exception = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = exception is BadHttpRequestException bad ? bad.StatusCode
            : exception is InvalidDataException or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException ? StatusCodes.Status400BadRequest
            : StatusCodes.Status500InternalServerError;
        http.Response.StatusCode = status;
        var detail = status switch
        {
            400 => "请求内容不完整或格式不对，请返回上一页刷新后重试。",
            413 => $"上传的内容超过 {LianMengHost.MaxUpload / 1024 / 1024} MB，请拆分后分次上传。",
            _ => $"系统出错了，您填写的内容没有保存。请稍后重试；如再次出现，请把编号 {RequestTrace.NumberOf(http)} 告诉系统管理员。",
        };
        await AnswerAsync(http, status, detail);
    }

    private static Task AnswerBareStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var detail = http.Response.StatusCode switch
        {
            400 => "请求内容不完整或格式不对，请返回上一页刷新后重试。",
            401 => "请先登录后再操作。",
            403 => "您没有这项权限；如工作需要，请联系系统管理员调整任职。",
            404 => "没有这个页面或记录，它可能已被删除，或不在您的查看范围内。",
            405 => "这个地址不支持这种请求方式。",
            413 => $"上传的内容超过 {LianMengHost.MaxUpload / 1024 / 1024} MB，请拆分后分次上传。",
            _ => Problems.Title(http.Response.StatusCode),
        };
        return AnswerAsync(http, http.Response.StatusCode, detail);
    }

    private static Task AnswerAsync(HttpContext http, int status, string detail)
        => http.Request.Path.StartsWithSegments("/api")
            ? Problems.Of(status, detail).ExecuteAsync(http)
            : ErrorPage.WriteAsync(http, status, Problems.Title(status), detail);
}

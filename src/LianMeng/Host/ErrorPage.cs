using System.Text.Encodings.Web;

namespace LianMeng.Host;

/// <summary>A page that needs nothing of the program to work: it is shown when something of the program did not.</summary>
public static class ErrorPage
{
    public static Task WriteAsync(HttpContext http, int status, string title, string detail)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{encoder.Encode(title)} · 链盟</title>
            <link rel="stylesheet" href="/lib/tabler.min.css"><link rel="stylesheet" href="/css/lianmeng.css"></head>
            <body><main class="container-tight py-4"><div class="empty">
            <p class="empty-header">{status}</p><h1 class="empty-title">{encoder.Encode(title)}</h1><p class="empty-subtitle text-secondary">{encoder.Encode(detail)}</p>
            <div class="empty-action"><a class="btn btn-primary" href="/">回到我的工作</a></div></div></main></body></html>
            """, http.RequestAborted);
    }
}

using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LianMeng.Host;

/// <summary>
/// A token where one is sent, the browser's cookie otherwise. What changes something under /api takes a token only, so that
/// no foreign page can make a browser do it: forms are protected by their own token, the API by not accepting cookies.
/// </summary>
public static class SchemeSelection
{
    public const string Scheme = "lianmeng-select";

    public static string Select(HttpContext http)
    {
        var api = http.Request.Path.StartsWithSegments("/api");
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return http.Request.Headers.ContainsKey("Authorization") || (api && !safe)
            ? BearerTokenDefaults.AuthenticationScheme
            : CookieAuthenticationDefaults.AuthenticationScheme;
    }
}

using System.Security.Claims;

namespace LianMeng.Capabilities.Accounts;

/// <summary>From where somebody signs in. The one place of sign-in that knows of the request; without one (console, jobs) it knows nothing.</summary>
public sealed class Caller(IHttpContextAccessor accessor)
{
    public SessionKind Kind => accessor.HttpContext?.Request.Path.StartsWithSegments("/api") == true ? SessionKind.Token : SessionKind.Browser;

    public string Device => DeviceWords.Of(accessor.HttpContext?.Request.Headers.UserAgent.ToString());

    public string Address => accessor.HttpContext?.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "";

    /// <summary>The session that this browser has already: signing in again replaces it.</summary>
    public Guid? Former => Guid.TryParse(accessor.HttpContext?.User.FindFirstValue(SessionEndpoints.SessionClaim), out var id) ? id : null;

    /// <summary>For the framework's passkey handler, which checks the page's own address.</summary>
    public HttpContext? Http => accessor.HttpContext;
}

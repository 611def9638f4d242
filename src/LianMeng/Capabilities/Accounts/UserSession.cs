using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// 登录: one sign-in of a person, by a browser or for a token. Cookie and token carry its id; when it has ended they are good
/// for nothing with the next request, on every node.
/// </summary>
public sealed class UserSession : ICityWide
{
    public const int DeviceLimit = 60;
    public const int AddressLimit = 45;

    /// <summary>A browser that is not used for so long is signed out.</summary>
    public static readonly TimeSpan BrowserLife = TimeSpan.FromHours(12);

    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(8);

    /// <summary>Who signed in, or gave the password again, within this time need not give it to change how one signs in.</summary>
    public static readonly TimeSpan ConfirmedFor = TimeSpan.FromMinutes(10);

    private UserSession() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public SessionKind Kind { get; private set; }
    public SignInMethod Method { get; private set; }
    public DateTime StartedAt { get; private set; }
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>In words, as the browser says of itself: nothing to rely on.</summary>
    public string Device { get; private set; } = "";

    public string Address { get; private set; } = "";
    public DateTime? EndedAt { get; private set; }
    public SessionEnd? EndReason { get; private set; }

    public static UserSession Start(Guid userId, SessionKind kind, SignInMethod method, string device, string address, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = userId,
        Kind = kind,
        Method = method,
        StartedAt = now,
        ConfirmedAt = now,
        Device = device.Length <= DeviceLimit ? device : device[..DeviceLimit],
        Address = address.Length <= AddressLimit ? address : address[..AddressLimit],
    };

    /// <summary>When it ends by itself if it is not used again.</summary>
    public static DateTime RunsOutAt(SessionKind kind, DateTime startedAt, DateTime lastSeenAt)
        => kind == SessionKind.Token ? startedAt + TokenLife : lastSeenAt + BrowserLife;

    /// <returns>false when it had ended before</returns>
    public bool End(SessionEnd why, DateTime now)
    {
        if (EndedAt is not null) return false;
        EndedAt = now;
        EndReason = why;
        return true;
    }

    public void Confirm(DateTime now) => ConfirmedAt = now;
}

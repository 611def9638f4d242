using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// When a session was last used, to the minute. A row of its own: looking at a page is no fact, and a session changes only
/// with one.
/// </summary>
public sealed class SessionSighting : ICityWide, IBookkeeping
{
    private SessionSighting() { }

    /// <summary>The session's id.</summary>
    public Guid Id { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    public static SessionSighting Of(Guid sessionId, DateTime now) => new() { Id = sessionId, LastSeenAt = now };

    /// <summary>Nodes report in any order: the latest counts.</summary>
    public void See(DateTime at)
    {
        if (at > LastSeenAt) LastSeenAt = at;
    }
}

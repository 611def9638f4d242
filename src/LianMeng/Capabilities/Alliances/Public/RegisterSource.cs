namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>
/// What a capability has to say on the registers 清单 of an alliance; the view over all of them is one. Registered by
/// <c>services.AddRegisterSource&lt;T&gt;()</c>. It is asked only for those who see the alliance's inside.
/// </summary>
public abstract class RegisterSource
{
    /// <summary>Names the source in addresses: entries, memberships, listings.</summary>
    public abstract string Key { get; }

    /// <summary>For people: 成员供需.</summary>
    public abstract string Title { get; }

    /// <summary>At most this many are asked of a source that could have thousands.</summary>
    public const int Most = 1000;

    /// <param name="members">the organisations that are members now</param>
    public abstract Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<Guid> members, CancellationToken cancellation);
}

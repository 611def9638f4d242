using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;

namespace LianMeng.Shared.Limits;

/// <summary>
/// Counts in this node's memory, in a sliding window of six parts. Lock-out after wrong passwords is something else: it is
/// counted in the ledger, over all nodes. Jobs and the console have no budget.
/// </summary>
public sealed class Budgets(SettingValues settings) : IDisposable
{
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<Asked> limiter = PartitionedRateLimiter.Create<Asked, Asked>(
        asked => RateLimitPartition.GetSlidingWindowLimiter(asked, a => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = a.Most,
            Window = a.Window,
            SegmentsPerWindow = Segments,
            QueueLimit = 0,
        }));

    /// <summary>Takes one from the budget of whoever acts in this scope.</summary>
    /// <returns>null, or how long to wait and what to say</returns>
    public (TimeSpan Wait, string Message)? Spend(Budget budget, ActorScope scope)
    {
        var who = scope.Actor.UserId?.ToString() ?? scope.Address;
        if (scope.Actor.Trusted || who is null) return null;
        // A changed setting begins a new count: the old one goes when it is idle.
        var most = settings.Of(budget.Most);
        using var lease = limiter.AttemptAcquire(new(budget.Most.Key, who, most, budget.Window));
        if (lease.IsAcquired) return null;
        // The limiter knows only when the next part of its window begins.
        var wait = budget.Window / Segments;
        return (wait, budget.Refusal(most, wait));
    }

    /// <summary>An address as it is counted: of IPv6 the /64 that a household or an office is given.</summary>
    public static string? AddressOf(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : address.ToString();
    }

    public void Dispose() => limiter.Dispose();

    private readonly record struct Asked(string Key, string Who, int Most, TimeSpan Window);
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// What follows from a fact, later and once per cluster: somebody is told, something is matched. A capability registers it
/// with <see cref="JobServices.AddReaction{T}"/>. It lives as long as the program and holds no state; what it needs of a
/// scope it takes from the provider it is given.
/// </summary>
public abstract class Reaction
{
    /// <summary>Names it in deliveries and receipts, at most <see cref="NameLimit"/> characters; it never changes its meaning.</summary>
    public abstract string Name { get; }

    /// <summary>What the administrator reads.</summary>
    public virtual string Title => Name;

    public const int NameLimit = 40;

    /// <summary>Asked inside the save, under the lock of the ledger: a look at the fact, no more.</summary>
    public abstract bool Wants(Fact fact);

    /// <summary>
    /// The commands that follow. It is asked again when it failed or the node died: a command with the same district and input
    /// is then not carried out twice, so inputs hold ids and never instants or texts that differ from one asking to the next.
    /// </summary>
    /// <param name="services">a scope that reads every district; nothing is written here</param>
    public abstract Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation);
}

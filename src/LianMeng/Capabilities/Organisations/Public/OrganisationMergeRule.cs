namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>
/// What happens to the rows of one capability when two entries of one firm become one. The capability that owns the rows registers a
/// rule with <see cref="OrganisationMergeServices.AddMergeRule{T}"/>; it changes tracked rows and leaves the saving to the merge.
/// </summary>
public abstract class OrganisationMergeRule
{
    /// <summary>Names the kind of rows in the ledger, in Chinese: 供需信息. It never changes.</summary>
    public abstract string Name { get; }

    /// <summary>Whatever belongs to the one belongs to the other from now on; gives the ids of the rows that went over.</summary>
    public abstract Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation);

    /// <summary>Gives back the rows that went over, as far as they still are there and still belong to the second; gives how many went.</summary>
    /// <param name="from">to whom they belonged before the merge</param>
    /// <param name="to">to whom they went</param>
    /// <param name="ids">what <see cref="MoveAsync"/> gave</param>
    /// <param name="cancellation">Stops it.</param>
    public abstract Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation);
}

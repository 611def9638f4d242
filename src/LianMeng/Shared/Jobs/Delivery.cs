namespace LianMeng.Shared.Jobs;

/// <summary>
/// A fact that a reaction has still to answer. Written in the fact's own save, gone when everything that follows is committed.
/// </summary>
public sealed class Delivery : BackgroundWork
{
    private Delivery() { }

    /// <summary>The fact's number in the ledger.</summary>
    public long Seq { get; private set; }

    public string Reaction { get; private set; } = "";

    public static Delivery Of(string reaction, long seq, Guid districtId, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        Reaction = reaction,
        Seq = seq,
        DistrictId = districtId,
        NextAt = at,
    };
}

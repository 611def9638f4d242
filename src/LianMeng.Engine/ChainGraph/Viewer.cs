namespace LianMeng.Engine.ChainGraph;

/// <summary>Who looks at a result: the firms whose figures this viewer may know exactly (his own, and those that authorised him).</summary>
public sealed class Viewer
{
    private readonly HashSet<Guid>? firms;

    private Viewer(HashSet<Guid>? firms) => this.firms = firms;

    /// <summary>Knows no firm's figures: the public, a department without a firm's leave, a print, a picture.</summary>
    public static Viewer Stranger { get; } = new([]);

    /// <summary>Sees every figure. For further calculation and for tests; never for anything a person reads.</summary>
    public static Viewer Calculation { get; } = new(null);

    /// <summary>May know the figures of these firms.</summary>
    public static Viewer Of(IEnumerable<Guid> firms) => new([.. firms]);

    /// <summary>Whether this viewer may know the firm's figures.</summary>
    public bool MayKnow(Guid firm) => firms is null || firms.Contains(firm);
}

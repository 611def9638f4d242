namespace LianMeng.Capabilities.Atlases;

/// <summary>What every change of a draft states: which atlas, and the version that the person saw.</summary>
public abstract class DraftInput
{
    /// <summary>The atlas.</summary>
    public Guid Id { get; set; }

    public Guid? Version { get; set; }
}

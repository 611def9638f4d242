namespace LianMeng.Capabilities.Work.Public;

/// <summary>
/// What a capability has to say on 我的工作. It asks its own rights and counts its own records; a source that does not concern
/// the actor adds nothing. Registered by <c>services.AddWorkSource&lt;T&gt;()</c>.
/// </summary>
public abstract class WorkSource
{
    /// <summary>Among lines of the same urgency and due date, and among figures: the smaller first. 10s the own work, 50s registers, 90s administration.</summary>
    public abstract int Order { get; }

    public abstract Task AddAsync(WorkBoard board, CancellationToken cancellation);
}

namespace LianMeng.Shared.Access;

/// <summary>Holds the actor of one dependency scope. It is set once: a scope never changes hands.</summary>
public sealed class ActorScope
{
    private Actor? actor;

    public Actor Actor => actor ?? Actor.Anonymous;

    /// <summary>Where a request came from, as budgets count it; null for what no request carries.</summary>
    public string? Address { get; set; }

    public void Set(Actor value)
    {
        if (actor is not null) throw new InvalidOperationException("The actor of this scope is already set.");
        actor = value;
    }
}

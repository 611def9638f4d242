using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Accounts.Public;

/// <summary>What a person may do and see at this moment, for what the platform asks in their place.</summary>
public sealed class PersonRights(ActorLoader loader)
{
    /// <returns>null for whoever cannot sign in any more</returns>
    public Task<Actor?> OfAsync(Guid userId, CancellationToken cancellation) => loader.LoadForWorkAsync(userId, cancellation);
}

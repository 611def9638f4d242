namespace LianMeng.Shared.Ledger;

/// <summary>One figure of how large a follower's state is.</summary>
/// <param name="Name">as metrics call it</param>
/// <param name="Title">what the administrator reads</param>
public sealed record FollowerSize(string Name, string Title, long Count);

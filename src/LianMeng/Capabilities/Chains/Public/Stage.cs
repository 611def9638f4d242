namespace LianMeng.Capabilities.Chains.Public;

/// <summary>环节 of a chain: a lane of its picture.</summary>
/// <param name="Key">Unique within its chain.</param>
/// <param name="Title">Chinese words.</param>
public sealed record Stage(string Key, string Title);

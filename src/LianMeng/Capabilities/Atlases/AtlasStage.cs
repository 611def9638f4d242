namespace LianMeng.Capabilities.Atlases;

/// <summary>环节 of an atlas, in the order in which material passes.</summary>
/// <param name="Key">Unique within the atlas.</param>
/// <param name="Title">As shown.</param>
public sealed record AtlasStage(string Key, string Title);

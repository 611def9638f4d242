namespace LianMeng.Tests.World;

/// <summary>An atlas of the world, a product of it and the task that was made of the product's gap.</summary>
public sealed record AtlasKnown(Guid Atlas, Guid Task, string Product);

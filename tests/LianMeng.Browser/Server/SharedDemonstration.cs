namespace LianMeng.Browser.Server;

/// <summary>Classes that share a server and write to it, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDemonstration : ICollectionFixture<DemonstrationServer>
{
    public const string Name = "on one demonstration";
}

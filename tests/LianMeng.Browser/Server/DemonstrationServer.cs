namespace LianMeng.Browser.Server;

/// <summary>One server with the demonstration district for all tests that only read, or whose writes disturb nobody.</summary>
public sealed class DemonstrationServer : IAsyncLifetime
{
    /// <summary>The password of the demonstration's accounts, as `lianmeng demo` prints it.</summary>
    public const string Password = "demo-lianmeng-2026";

    public RunningServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.VerbAsync(["demo"]);
        await Server.StartAsync();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

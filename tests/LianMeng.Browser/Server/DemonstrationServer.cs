namespace LianMeng.Browser.Server;

/// <summary>A server with the demonstration district, for a class or for the classes of one collection.</summary>
public sealed class DemonstrationServer : IAsyncLifetime
{
    /// <summary>The password of the demonstration's accounts, as `lianmeng demo` prints it.</summary>
    public const string Password = "demo-lianmeng-2026";

    public RunningServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.TakeDemonstrationAsync();
        await Server.StartAsync();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

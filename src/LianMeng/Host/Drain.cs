namespace LianMeng.Host;

/// <summary>
/// A node that is told to stop says so first (<c>/health/ready</c> answers 503) and goes on serving for <c>Shutdown:DrainSeconds</c>,
/// so that whoever sends it requests can send them elsewhere; then what runs is finished. 0 by default: alone there is no elsewhere.
/// </summary>
public sealed class Drain(IConfiguration configuration, Readiness readiness) : IHostedLifecycleService
{
    public static TimeSpan Length(IConfiguration configuration) => TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Shutdown:DrainSeconds", 0), 0, 600));

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Leave();
        return Task.Delay(Length(configuration), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

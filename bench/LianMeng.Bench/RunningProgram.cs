using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LianMeng.Bench;

/// <summary>
/// The real program in this process, as in production: Kestrel on a free loopback port, followers and jobs running, migrated.
/// Only its log is off.
/// </summary>
sealed class RunningProgram : IAsyncDisposable
{
    private readonly WebApplication running;

    private RunningProgram(WebApplication running) => this.running = running;

    public IServiceProvider Services => running.Services;

    public Uri Address => new(running.Urls.Single());

    /// <param name="settings">configuration, as on the command line: name and value</param>
    /// <param name="first">what stands before the program's own pipeline</param>
    /// <param name="services">what is measured without</param>
    public static async Task<RunningProgram> StartAsync(string storage, IEnumerable<(string Name, string Value)> settings, Action<WebApplication>? first = null, Action<IServiceCollection>? services = null)
    {
        // Named as the shipped program is: by this name it finds its static files. The command line wins over the environment.
        string[] fixedArguments = ["--environment=Production", "--applicationName=lianmeng", $"--contentRoot={AppContext.BaseDirectory}", "--urls=http://127.0.0.1:0", $"--Storage:Path={storage}"];
        var builder = LianMengHost.CreateBuilder([.. fixedArguments, .. settings.Select(setting => $"--{setting.Name}={setting.Value}")]);
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        await Database.MigrateAsync(app.Services);
        first?.Invoke(app);
        app.UseLianMeng();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>The settings for SQLite in the storage folder, whatever the environment says.</summary>
    public static IEnumerable<(string Name, string Value)> Sqlite(TempFolder folder) =>
        [("Database:Provider", Database.Sqlite), ("ConnectionStrings:LianMeng", $"Data Source={folder.File("lianmeng.db")}")];

    /// <summary>A scope of somebody at the console, who may do everything.</summary>
    public Task<AsyncServiceScope> ScopeAsync(Guid writeDistrict) =>
        Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(writeDistrict, CancellationToken.None);

    /// <summary>Runs a use case at the console; a refusal ends the measurement.</summary>
    public async Task<TResult> DoAsync<TUseCase, TInput, TResult>(Guid writeDistrict, TInput input)
        where TUseCase : Command<TInput, TResult> where TInput : class
    {
        await using var scope = await ScopeAsync(writeDistrict);
        return Must(await scope.ServiceProvider.GetRequiredService<TUseCase>().RunAsync(input));
    }

    /// <summary>A scope of this actor.</summary>
    public AsyncServiceScope ScopeOf(Actor actor) => Services.GetRequiredService<TrustedScopes>().OpenFor(actor);

    /// <summary>The value of an outcome that must be done.</summary>
    public static T Must<T>(Outcome<T> outcome) =>
        outcome.IsDone ? outcome.Value! : throw new InvalidOperationException(string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));

    public async ValueTask DisposeAsync()
    {
        await running.StopAsync();
        await running.DisposeAsync();
    }
}

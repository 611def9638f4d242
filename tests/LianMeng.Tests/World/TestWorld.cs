using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Template))]

namespace LianMeng.Tests.World;

/// <summary>
/// A running platform for one test class, cloned from the template: two districts, a person per post, some firms. Storage
/// and database are its own and go when the class is done.
/// </summary>
public sealed class TestWorld(Template template) : IAsyncLifetime
{
    private string folder = "";
    private string database = "";
    private string connection = "";
    private LianMengApp? app;

    public SettableClock Clock { get; } = new();

    public Known Known => template.Known;

    public LianMengApp App => app!;

    public string Folder => folder;

    public IServiceProvider Services => App.Services;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsAvailable) return;
        (folder, database, connection) = await template.CloneAsync();
        Start();
    }

    /// <summary>The program stops and starts again on what it left behind.</summary>
    public async Task RestartAsync(Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        await App.DisposeAsync();
        Start(services, settings);
    }

    /// <summary>Another node on the same storage and database; dispose of it before the world goes.</summary>
    public LianMengApp StartSecond(Action<IServiceCollection>? services = null)
    {
        var second = new LianMengApp(folder, connection, Clock, services);
        _ = second.Server;
        return second;
    }

    /// <summary>Waits until everything is answered that follows from what happened so far.</summary>
    public Task SettleAsync() => Services.SettleAsync();

    /// <summary>Stops the program, does something to what it left behind, and starts it again.</summary>
    public async Task WhileStoppedAsync(Func<Task> work, Action<IServiceCollection>? services = null)
    {
        await App.DisposeAsync();
        await work();
        Start(services);
    }

    public Task<System.Data.Common.DbConnection> OpenRawAsync() => TestDatabase.OpenRawAsync(connection);

    /// <summary>A browser that nobody signed in to.</summary>
    public HttpClient Anonymous() => App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A browser signed in through the real form.</summary>
    public async Task<HttpClient> BrowserAsync(Person person, string password = Person.Password)
    {
        var client = Anonymous();
        var page = await client.PageAsync("/sign-in");
        using var answer = await client.SubmitAsync("/sign-in", page, "sign-in", new() { ["userName"] = person.UserName, ["password"] = password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A program with a token.</summary>
    public async Task<HttpClient> ApiAsync(Person person, string password = Person.Password)
    {
        var client = Anonymous();
        using var answer = await client.PostAsJsonAsync("/api/login", new { userName = person.UserName, password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The actor that a person is now.</summary>
    public async Task<Actor> ActorAsync(Person person)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(person.Id, default))!;
    }

    /// <summary>Runs a use case (or anything else) in a scope of its own as that actor.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<TrustedScopes>().OpenFor(actor);
        return await work(scope.ServiceProvider);
    }

    public async Task<Outcome<TResult>> RunAsync<TInput, TResult>(Person person, Func<IServiceProvider, Command<TInput, TResult>> command, TInput input, string? key = null)
        where TInput : class
        => await AsAsync(await ActorAsync(person), services => command(services).RunAsync(input, key));

    /// <summary>The data as the console sees it: all districts.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var scope = await Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>How many facts there are: a request that changed nothing leaves it alone.</summary>
    public Task<long> HeadAsync() => ReadAsync(db => db.Set<LedgerHead>().Select(h => h.Seq).SingleAsync());

    /// <summary>The same once everything is answered that followed from what was done before: only what comes now is counted.</summary>
    public async Task<long> SettledHeadAsync()
    {
        await SettleAsync();
        return await HeadAsync();
    }

    public Task<LedgerVerifier.Report> VerifyLedgerAsync()
        => ReadAsync(db => Services.GetRequiredService<LedgerVerifier>().VerifyAsync(db, null, default));

    public async ValueTask DisposeAsync()
    {
        if (app is null) return;
        await app.DisposeAsync();
        await TestDatabase.DropAsync(database, connection);
        await ClearAsync(folder);
    }

    /// <summary>What the program was still writing when it was stopped may appear while the folder is emptied.</summary>
    private static async Task ClearAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }

    private void Start(Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        app = new LianMengApp(folder, connection, Clock, services, settings);
        _ = app.Server;
    }
}

using Microsoft.Extensions.Hosting;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Data;
using LianMeng.Shared.Limits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LianMeng.Tests.World;

/// <summary>The whole program in this process, on a storage folder and a database of its own.</summary>
public sealed class LianMengApp(string folder, string connection, SettableClock clock, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<Program>
{
    /// <summary>Password hashing is meant to be slow; tests that are not about it need not be.</summary>
    public const int HashIterations = 1_000;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:Path", folder);
        builder.UseSetting("Database:Provider", TestDatabase.Provider);
        builder.UseSetting("ConnectionStrings:LianMeng", connection);
        // A test does in a minute what a person does in a day; those about budgets set their own.
        foreach (var budget in Budget.All) builder.UseSetting("Settings:" + budget.Most.Key, budget.Most.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            // LIANMENG_TEST_LOG=1 shows what the program says while a test fails
            if (Environment.GetEnvironmentVariable("LIANMENG_TEST_LOG") == "1") logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        });
        builder.ConfigureTestServices(given =>
        {
            given.RemoveAll<TimeProvider>();
            given.AddSingleton<TimeProvider>(clock);
            given.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
            // Tests that tamper with the ledger anchor it when they mean to, not whenever ten seconds have passed.
            given.Remove(given.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(LedgerAnchor)));
            given.AddSingleton<LedgerAnchor>();
            services?.Invoke(given);
        });
    }
}

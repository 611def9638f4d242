using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host.Verb;

/// <summary>The program without its web server, for a console verb: same services, same use cases.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ConsoleHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public static async Task<ConsoleHost> OpenAsync(CancellationToken cancellation)
    {
        var built = Build([]);
        await StartCheck.PassAsync(built.Services, cancellation);
        return new(built);
    }

    /// <summary>The services without a look at the database: for verbs that must find it as it is.</summary>
    public static WebApplication Build(string[] settings)
    {
        var builder = LianMengHost.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // What a verb prints is its answer; what the program says of itself goes to the error stream.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder.Build();
    }

    public Task<AsyncServiceScope> ScopeAsync(Guid writeDistrict, CancellationToken cancellation)
        => Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(writeDistrict, cancellation);

    /// <summary>The district a verb works on: the only one, or the one named (by name, or by region code).</summary>
    public async Task<(Guid Id, string? Problem)> DistrictAsync(string? name, CancellationToken cancellation)
    {
        await using var scope = await ScopeAsync(DistrictIds.City, cancellation);
        var districts = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<District>().Where(d => d.Id != DistrictIds.City).OrderBy(d => d.RegionCode).ToListAsync(cancellation);
        var names = string.Join("、", districts.Select(d => d.Name));
        if (districts.Count == 0) return (default, "还没有区县；请先以系统管理员登录，在“区县”页面设立，或运行 lianmeng demo。");
        if (name is null)
            return districts.Count == 1 ? (districts[0].Id, null) : (default, $"有多个区县，请用 --district 指定：{names}。");
        var found = districts.FirstOrDefault(d => d.Name == name || d.RegionCode == name) ?? districts.FirstOrDefault(d => d.Name.StartsWith(name, StringComparison.Ordinal));
        return found is null ? (default, $"没有名为“{name}”的区县；现有：{names}。") : (found.Id, null);
    }

    /// <summary>Says on the error stream what an outcome says, and gives the exit code.</summary>
    public static int Fail<T>(Outcome<T> outcome)
    {
        foreach (var message in outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)) Console.Error.WriteLine(message);
        return 1;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Jobs;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>The register's page costs at a hundred thousand firms about what it costs at six hundred (bench: register); here are the reasons why.</summary>
public sealed class RegisterScaleTests(TestWorld world) : IClassFixture<TestWorld>
{
    /// <summary>More than are counted along with the page.</summary>
    private const int Many = 520;

    [WorldFact]
    public async Task Few_hits_and_many_are_counted_and_paged_alike()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var before = await AskAsync(api, "");
        var text = new StringBuilder("统一社会信用代码,企业名称,主营产品\n");
        for (var i = 0; i < Many; i++) text.Append($"{TestCodes.Uscc(40_000 + i)},重庆大名册{i}号铝业有限公司,铝锭\n");
        using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes(text.ToString()), "大.csv");
        answer.EnsureSuccessStatusCode();

        foreach (var (query, total) in new[] { ("", before.Total + Many), ("?query=大名册", Many), ("?query=dmc", Many), ("?query=大名册51", 11), ("?query=大名册%20没有这家", 0), ("?kind=Bank", 0) })
        {
            var names = new List<string>();
            var pages = Enumerable.Range(1, total / 100 + 1).ToList();
            foreach (var page in pages)
            {
                var part = await AskAsync(api, $"{query}{(query.Length == 0 ? "?" : "&")}pageSize=100&page={page}");
                Assert.Equal(total, part.Total);
                names.AddRange(part.Names);
            }

            Assert.Equal((total, total), (names.Count, names.Distinct().Count()));
            if (query.Length == 0) continue;
            // one page across the border between what is counted along and what is not
            var across = await AskAsync(api, $"{query}&pageSize=30&page={Math.Max(1, total / 30)}");
            Assert.Equal(names.Skip((Math.Max(1, total / 30) - 1) * 30).Take(30), across.Names);
            Assert.Empty((await AskAsync(api, $"{query}&page=1000000")).Names);
        }

        var (latest, _) = await AskAsync(api, "?sort=-updated&pageSize=1");
        Assert.Equal(before.Total + Many, latest);
    }

    [WorldFact]
    public async Task A_firm_is_found_by_every_product_it_makes_however_many()
    {
        var registered = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆万件精密零件有限公司", NotListed = true, Makes = string.Join('；', Enumerable.Range(1, 60).Select(i => $"第{i}种异形连接座")) });
        Assert.True(registered.IsDone, registered.Message);
        var few = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆独件零件有限公司", NotListed = true, Makes = "独此一件ABC" });
        using var api = await world.ApiAsync(world.Known.Officer);
        Assert.Null(await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆万件精密零件有限公司").Select(o => o.ProductText).SingleAsync()));
        Assert.Equal("独此一件abc", await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆独件零件有限公司").Select(o => o.ProductText).SingleAsync()));
        foreach (var (query, total) in new[] { ("第60种异形", 1), ("第1种异形", 1), ("第61种异形", 0), ("独此一件", 1), ("一件abc", 1), ("零件有限 独此", 1) })
            Assert.Equal((query, total), (query, (await AskAsync(api, "?query=" + Uri.EscapeDataString(query))).Total));

        // a product that is renamed is found under its new name, one that is gone under none
        var firm = few.Value!.Id;
        var line = await world.ReadAsync(db => db.Set<OrganisationProduct>().Where(p => p.OrganisationId == firm).Select(p => p.Id).SingleAsync());
        Assert.True((await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<ChangeProduct>(), new() { Id = firm, ProductId = line, Name = "改名后的轴套" })).IsDone);
        Assert.Equal((0, 1), ((await AskAsync(api, "?query=独此一件")).Total, (await AskAsync(api, "?query=改名后的轴套")).Total));
        Assert.True((await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RemoveProduct>(), new() { Id = firm, ProductId = line })).IsDone);
        Assert.Equal(0, (await AskAsync(api, "?query=改名后的轴套")).Total);
    }

    [SqliteFact]
    public async Task Page_and_search_walk_one_index_and_sort_nothing()
    {
        var caught = new Caught();
        await using var node = world.StartSecond(services => services.AddSingleton<IInterceptor>(caught));
        var actor = await world.ActorAsync(world.Known.Secretary);
        foreach (var (filter, index) in new (ListOrganisations.Filter, string)[]
        {
            (new(), "IX_Organisation_Page"), (new() { Query = "铝业" }, "IX_Organisation_Page"), (new() { Query = "lvye 500107" }, "IX_Organisation_Page"), (new() { Region = "500151", AwaitsCode = false }, "IX_Organisation_Page"),
            (new() { Sort = "-updated" }, "IX_Organisation_Updated"),
        })
        {
            caught.Commands.Clear();
            await using (var scope = node.Services.GetRequiredService<TrustedScopes>().OpenFor(actor))
                Assert.True((await scope.ServiceProvider.GetRequiredService<ListOrganisations>().RunAsync(filter)).IsDone);
            var plans = new List<List<string>>();
            foreach (var asked in caught.Commands.Where(c => c.Text.Contains("FROM \"Organisation\" AS", StringComparison.Ordinal))) plans.Add(await PlanAsync(asked));
            // Who is on the page and how many there are comes from an index alone, in its order; the rows of the page come by their ids.
            var searched = plans.Where(p => !p[0].Contains("sqlite_autoindex_Organisation_1 (Id=?", StringComparison.Ordinal)).ToList();
            Assert.Contains(searched, p => p[0].Contains($"USING COVERING INDEX {index} (DistrictId=?", StringComparison.Ordinal));
            Assert.All(searched, p => Assert.Contains("USING COVERING INDEX IX_Organisation_", p[0], StringComparison.Ordinal));
            Assert.All(searched, p => Assert.DoesNotContain(p, step => step.Contains("ORDER BY", StringComparison.Ordinal)));
        }
    }

    private async Task<List<string>> PlanAsync((string Text, List<(string Name, object? Value)> Parameters) asked)
    {
        await using var raw = await world.OpenRawAsync();
        await using var command = raw.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + asked.Text;
        foreach (var (name, value) in asked.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return steps;
    }

    private static async Task<(int Total, List<string> Names)> AskAsync(HttpClient api, string query)
    {
        var page = await api.GetFromJsonAsync<JsonElement>("/api/organisations" + query);
        return (page.GetProperty("total").GetInt32(), [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!)]);
    }

    /// <summary>What was asked of the database, to be explained afterwards.</summary>
    private sealed class Caught : DbCommandInterceptor
    {
        public ConcurrentQueue<(string Text, List<(string Name, object? Value)> Parameters)> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            return ValueTask.FromResult(result);
        }
    }
}

using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Demonstration;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Host;

/// <summary>The invented rosters go through the import like an officer's own, and a second time change nothing.</summary>
public sealed class DemonstrationImportTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_roster_comes_in_whole_and_only_once()
    {
        var firms = new InventedFirms(new InventedGraph(new ChainBackbones()));
        var before = await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.DistrictId == world.Known.Tongliang));
        var first = await ImportAsync(firms.Invented(InventedFirms.Tongliang));
        Assert.True(first.RejectedRows == 0, string.Join('\n', first.Rejected.Select(r => $"{r.Row} {r.Column} {r.Value}: {r.Reason}")));
        Assert.Equal((604, 0, 0, 5), (first.New, first.Changed, first.Same, first.AwaitingCode));
        Assert.Empty(first.Notes);
        Assert.Equal(before + 604, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.DistrictId == world.Known.Tongliang)));

        var head = await world.HeadAsync();
        var second = await ImportAsync(new InventedFirms(new InventedGraph(new ChainBackbones())).Invented(InventedFirms.Tongliang));
        Assert.Equal((0, 0, 604), (second.New, second.Changed, second.Same));
        Assert.Equal(first.FileHash, second.FileHash);
        Assert.Equal(head, await world.HeadAsync());

        var sample = firms.Invented(InventedFirms.Tongliang).First(f => f.Uscc is not null && f.Makes.Count > 2 && f.Revenue is not null);
        var stored = await world.ReadAsync(db => db.Set<Organisation>().Include(o => o.Products).SingleAsync(o => o.Uscc == sample.Uscc));
        Assert.Equal((sample.Name, sample.Revenue, sample.Industry, sample.Chain), (stored.Name, stored.Revenue, stored.IndustryCode, stored.Chain));
        Assert.Equal(sample.Makes.Select(l => l.Text), stored.ProductsOf(ProductRole.Makes));
    }

    private async Task<ImportReport> ImportAsync(IReadOnlyList<InventedFirm> firms)
    {
        await using var roster = await InventedRoster.WriteAsync(firms, TestContext.Current.CancellationToken);
        var hash = await world.Services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, roster, TestContext.Current.CancellationToken);
        var outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportEnterprises>(), new() { FileHash = hash, FileName = "roster.csv", Commit = true });
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!;
    }
}

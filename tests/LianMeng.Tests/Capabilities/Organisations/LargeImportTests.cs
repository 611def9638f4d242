using System.Text;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>A roster that is written in parts is still one import: all of it or nothing, and as its preview said.</summary>
public sealed class LargeImportTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const int Rows = 2 * ImportCommand<OrganisationDetails>.FlushRows + 200;

    [WorldFact]
    public async Task It_is_saved_whole_as_previewed_or_not_at_all()
    {
        var hash = await KeepAsync();
        var before = (Firms: await FirmsAsync(), Facts: await FactsAsync());
        var preview = (await RunAsync(new() { FileHash = hash, FileName = "大.csv" }, stopAt: null))!.Value!;
        // the last row has no code and the name of an early one, which is new itself: two firms, in the preview and in the import
        Assert.Equal((Rows, 0, 0), (preview.New, preview.Changed, preview.RejectedRows));

        // Broken off when two parts are written already: nothing of it is there, and others may write at once.
        Assert.Null(await RunAsync(new() { FileHash = hash, FileName = "大.csv", Commit = true, Basis = preview.Basis }, stopAt: Rows - 200));
        Assert.Equal(before, (await FirmsAsync(), await FactsAsync()));
        var registered = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆随后登记铝业有限公司" });
        Assert.True(registered.IsDone);

        var import = (await RunAsync(new() { FileHash = hash, FileName = "大.csv", Commit = true, Basis = preview.Basis }, stopAt: null))!;
        Assert.True(import.IsDone, import.Message);
        Assert.Equal(preview.Basis, import.Value!.Basis);
        Assert.Equal(before.Firms + 1 + Rows, await FirmsAsync());
        // one fact a firm, the one registered in between among them, and one of the import
        Assert.Equal(before.Facts + Rows + 2, await FactsAsync());
        Assert.True((await world.VerifyLedgerAsync()).IsSound);

        // The same key again is the same import, and the same file changes nothing.
        var again = (await RunAsync(new() { FileHash = hash, FileName = "大.csv", Commit = true, Basis = preview.Basis }, stopAt: null))!;
        Assert.Equal((Rows, true), (again.Value!.New, again.Value.Committed));
        var other = (await RunAsync(new() { FileHash = hash, FileName = "大.csv", Commit = true }, stopAt: null, key: "another"))!;
        Assert.Equal((0, 0), (other.Value!.New, other.Value.Changed));
        Assert.Equal(before.Firms + 1 + Rows, await FirmsAsync());
    }

    private async Task<string> KeepAsync()
    {
        var text = new StringBuilder("统一社会信用代码,企业名称,主营产品\n");
        for (var i = 0; i < Rows - 1; i++) text.Append($"{TestCodes.Uscc(20_000 + i)},重庆大名册{i}号铝业有限公司,铝锭；铝棒\n");
        text.Append(",重庆大名册3号铝业有限公司,铝锭\n");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        return await world.Services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, content, default);
    }

    /// <returns>null when it was broken off</returns>
    private async Task<Outcome<ImportReport>?> RunAsync(ImportCommand.Input input, int? stopAt, string key = "one")
    {
        using var stop = new CancellationTokenSource();
        return await world.AsAsync(await world.ActorAsync(world.Known.Secretary), async services =>
        {
            services.GetRequiredService<OperationProgress>().Listener = (done, _, _) =>
            {
                if (done >= stopAt) stop.Cancel();
            };
            try
            {
                return await services.GetRequiredService<ImportEnterprises>().RunAsync(input, input.Commit ? key : null, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        });
    }

    private Task<int> FactsAsync() => world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(OrganisationRegistered) || e.Kind == nameof(RosterImported)));

    private Task<int> FirmsAsync() => world.ReadAsync(db => db.Set<Organisation>().CountAsync());
}

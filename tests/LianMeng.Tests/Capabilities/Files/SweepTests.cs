using LianMeng.Capabilities.Files;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Operations.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Files;

/// <summary>Promise 3: files and rows agree, wherever the program stopped between them.</summary>
[Trait("Promise", "3")]
public sealed class SweepTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Stopped_between_file_and_row_in_either_order_nothing_dangles()
    {
        var rounds = Counts.Of(20);
        var store = Store;
        for (var i = 0; i < rounds; i++)
        {
            // adding: the file is kept, and the program stops before its row is saved
            await KeepAsync($"没有记录的文件 {i}");
            // removing: the row is gone, and the program stops before the file is
            var id = await AttachAsync($"记录先没的文件 {i}");
            await world.AsAsync(Actor.Job("test", [world.Known.Tongliang], world.Known.Tongliang), async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                db.Remove(await db.Set<StoredFile>().SingleAsync(f => f.Id == id));
                services.GetRequiredService<FactBuffer>().Add(new FileRemoved(id, world.Known.Firm));
                return await db.SaveChangesAsync();
            });
            // the third, which is whole
            await AttachAsync($"完整的文件 {i}");
        }

        Assert.Equal(2 * rounds, await OrphansAsync()); // the control: there is something to sweep
        Assert.Equal(0, (await SweepAsync()).Orphans); // too young: their rows may still come
        world.Clock.Advance(TimeSpan.FromHours(2));
        var swept = await SweepAsync();
        Assert.Equal(2 * rounds, swept.Orphans);
        Assert.Equal(0, await OrphansAsync());
        Assert.Equal(0, swept.Missing);
        foreach (var hash in await world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.DistrictId == world.Known.Tongliang).Select(f => f.Hash).ToListAsync()))
            Assert.Null(await store.ProblemOfAsync(FileArea.Files, world.Known.Tongliang, hash, default));
        Counts.Say(3, $"{rounds} stops between file and row in each order: after the sweep 0 orphans, 0 dangling rows");
    }

    [WorldFact]
    public async Task A_removed_file_keeps_its_content_for_the_days_of_grace_and_as_long_as_another_has_it()
    {
        var (one, twin) = (await AttachAsync("两处都有"), await AttachAsync("两处都有", "listing", world.Known.Listing));
        var alone = await AttachAsync("只有一处");
        var (shared, single) = (await HashOfAsync(one), await HashOfAsync(alone));
        foreach (var id in new[] { one, alone }) Assert.True((await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<RemoveFile>(), new() { Id = id })).IsDone);
        world.Clock.Advance(TimeSpan.FromDays(29));
        await SweepAsync();
        Assert.True(Has(single));
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, (await SweepAsync()).Ended);
        await SweepAsync();
        Assert.False(Has(single));
        Assert.True(Has(shared));
        Assert.Equal(shared, await HashOfAsync(twin));
    }

    [WorldFact]
    public async Task Lost_content_is_reported_once_and_noticed_when_it_is_back()
    {
        var id = await AttachAsync("会丢的文件");
        var lost = await HashOfAsync(id);
        var blob = Store.List(FileArea.Files, world.Known.Tongliang).Single(b => b.Hash == lost);
        File.Move(blob.Path, blob.Path + ".aside");
        Assert.Equal(1, (await SweepAsync()).Missing);
        await SweepAsync();
        await world.SettleAsync();
        var notice = Assert.Single(await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == world.Known.Admin.Id).ToListAsync()));
        Assert.Contains("铜梁区有 1 个附件的内容丢失", notice.Title, StringComparison.Ordinal);
        Assert.NotNull(await world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.Id == id).Select(f => f.MissingSince).SingleAsync()));
        using var manager = await world.ApiAsync(world.Known.Manager);
        using (var answer = await manager.GetAsync($"/api/files/{id}/content"))
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("丢失", await answer.Content.ReadAsStringAsync());
        }

        File.Move(blob.Path + ".aside", blob.Path);
        Assert.Equal(0, (await SweepAsync()).Missing);
        Assert.Null(await world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.Id == id).Select(f => f.MissingSince).SingleAsync()));
    }

    [WorldFact]
    public async Task Rosters_go_after_their_time_unless_their_import_waits()
    {
        var uploads = Store.List(FileArea.Uploads, world.Known.Tongliang).Count();
        Assert.True(uploads >= 2);
        var waiting = await Store.KeepUploadAsync(world.Known.Tongliang, new MemoryStream("企业名称\n重庆久等铝业有限公司\n"u8.ToArray()), default);
        await world.WhileStoppedAsync(async () => await Task.CompletedTask, services => services.Remove(services.Single(s => s.ImplementationType == typeof(OperationRunner))));
        var started = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<StartOperation>(), StartOperation.For<ImportEnterprises>("久等", new ImportEnterprises.Input { FileHash = waiting, FileName = "名册.csv" }));
        Assert.True(started.IsDone, started.Message);
        world.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(uploads, (await SweepAsync()).Uploads);
        Assert.Equal([waiting], Store.List(FileArea.Uploads, world.Known.Tongliang).Select(b => b.Hash));
        await world.RestartAsync();
    }

    [WorldFact]
    public async Task While_a_backup_runs_nothing_is_swept()
    {
        using var backup = await world.Services.GetRequiredService<SweepLock>().KeepAllAsync(TimeSpan.FromSeconds(5), default);
        Assert.NotNull(backup);
        var outcome = await RunAsync();
        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
    }

    private FileStore Store => world.Services.GetRequiredService<FileStore>();

    private bool Has(string hash) => Store.Has(FileArea.Files, world.Known.Tongliang, hash);

    private Task<KeptFile> KeepAsync(string text)
        => Store.KeepAsync(FileArea.Files, world.Known.Tongliang, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), long.MaxValue, default);

    private async Task<Guid> AttachAsync(string text, string kind = "organisation", Guid? subject = null)
    {
        var kept = await KeepAsync(text);
        var outcome = await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<AttachFile>(), new() { Kind = kind, SubjectId = subject ?? world.Known.Firm, Hash = kept.Hash, Name = "文件.txt", Type = FileType.Text });
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!.Id;
    }

    private Task<string> HashOfAsync(Guid id) => world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.Id == id).Select(f => f.Hash).SingleAsync());

    private async Task<int> OrphansAsync()
    {
        var named = await world.ReadAsync(db => db.WithRemoved<StoredFile>().Select(f => f.Hash).ToListAsync());
        return Store.List(FileArea.Files, world.Known.Tongliang).Count(b => !named.Contains(b.Hash));
    }

    private async Task<SweepFiles.Result> SweepAsync()
    {
        var outcome = await RunAsync();
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!;
    }

    private Task<Outcome<SweepFiles.Result>> RunAsync()
        => world.AsAsync(Actor.Job("sweep-files", [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang), s => s.GetRequiredService<SweepFiles>().RunAsync(new()));
}

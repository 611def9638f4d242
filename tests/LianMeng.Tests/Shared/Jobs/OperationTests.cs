using System.Text;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Operations.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LianMeng.Tests.Shared.Jobs;

/// <summary>Long work outlives the process that began it, and is not done twice.</summary>
public sealed class OperationTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Running = "UPDATE \"Operation\" SET \"State\" = 'Running', \"FinishedAt\" = NULL, \"Result\" = NULL WHERE \"Id\" = ";

    [WorldFact]
    public async Task What_is_started_is_done_however_fast_it_is_taken_up()
    {
        for (var i = 0; i < 20; i++)
        {
            var id = await StartAsync($"重庆快跑{i}铝业有限公司", world.Known.Secretary, commit: false);
            Assert.Equal(OperationState.Done, (await FinishedAsync(id)).State);
        }
    }

    [WorldFact]
    public async Task What_a_crash_left_running_is_taken_up_at_the_next_start()
    {
        var id = await StartAsync("重庆续跑铝业有限公司", world.Known.Secretary, commit: false);
        await FinishedAsync(id);
        await world.WhileStoppedAsync(() => SqlAsync(Running + Quoted(id)));
        Assert.Equal(OperationState.Done, (await FinishedAsync(id)).State);
    }

    [WorldFact]
    public async Task What_kills_its_process_again_and_again_is_given_up()
    {
        var id = await StartAsync("重庆致命铝业有限公司", world.Known.Secretary, commit: false);
        await FinishedAsync(id);
        await world.WhileStoppedAsync(() => SqlAsync($"UPDATE \"Operation\" SET \"State\" = 'Running', \"FinishedAt\" = NULL, \"Result\" = NULL, \"Attempts\" = {Operation.MostAttempts} WHERE \"Id\" = " + Quoted(id)));
        var given = await FinishedAsync(id);
        Assert.Equal(OperationState.Failed, given.State);
        Assert.Contains("中途中断", given.Failure, StringComparison.Ordinal);
    }

    /// <summary>The crash came after the import was saved and before the operation was marked done.</summary>
    [WorldFact]
    public async Task What_was_saved_before_the_crash_is_not_done_again()
    {
        var id = await StartAsync("重庆不重铝业有限公司", world.Known.Secretary, commit: true);
        var first = await FinishedAsync(id);
        Assert.Contains("\"new\":1", first.Result);
        await world.WhileStoppedAsync(() => SqlAsync(Running + Quoted(id)));
        var again = await FinishedAsync(id);
        Assert.Equal(first.Result, again.Result); // the receipt's answer: one new firm, not one unchanged
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Name == "重庆不重铝业有限公司")));
        Counts.Say(9, "an import taken up after a crash: saved once");
    }

    [WorldFact]
    public async Task Somebody_who_was_disabled_in_the_meantime_has_nothing_done()
    {
        var created = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new() { UserName = "leaving", DisplayName = "离任", Password = Person.Password, Role = LianMeng.Shared.Access.Role.AllianceSecretary, DistrictId = world.Known.Tongliang });
        var leaving = new Person("leaving", LianMeng.Shared.Access.Role.AllianceSecretary, created.Value!.Id);
        var id = await StartAsync("重庆离任铝业有限公司", leaving, commit: false);
        await FinishedAsync(id);
        await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DisableAccount>(), new() { Id = leaving.Id });
        await world.WhileStoppedAsync(() => SqlAsync(Running + Quoted(id)));
        var after = await FinishedAsync(id);
        Assert.Equal(OperationState.Failed, after.State);
        Assert.Contains("停用", after.Failure);
    }

    [WorldFact]
    public async Task Whoever_may_not_run_the_use_case_may_not_start_it_either()
    {
        var outcome = await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<StartOperation>(), StartOperation.For<ImportEnterprises>("导入", new ImportEnterprises.Input()));
        Assert.Equal(OutcomeKind.Denied, outcome.Kind);
        outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<StartOperation>(), new() { Title = "x", UseCase = "ListOrganisations", Json = "{}" });
        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
    }

    /// <summary>Two nodes see the same rows; whoever holds the operation's lock runs it.</summary>
    [WorldFact]
    public async Task Two_nodes_run_an_operation_once()
    {
        await using var other = world.StartSecond();
        var count = Counts.Of(10);
        var started = new List<Guid>();
        for (var i = 0; i < count; i++) started.Add(await StartAsync($"重庆两台{i}铝业有限公司", world.Known.Secretary, commit: true));
        foreach (var id in started) Assert.Equal(OperationState.Done, (await FinishedAsync(id)).State);
        // A run more would have said once more that it is running.
        var moves = await world.ReadAsync(db => db.Set<LedgerSubject>().Where(s => started.Contains(s.EntityId))
            .Join(db.Set<LedgerEntry>().Where(e => e.Kind == nameof(OperationMoved)), s => s.Seq, e => e.Seq, (s, _) => s.EntityId).ToListAsync());
        Assert.All(started, id => Assert.Equal(2, moves.Count(m => m == id)));
        Counts.Say(9, $"{count} operations, 2 nodes: each run once");
    }

    /// <summary>The node is stopped when the stored gauge says that it is in the middle.</summary>
    [WorldFact]
    public async Task What_one_node_leaves_in_the_middle_the_other_takes_up_and_does_once()
    {
        await world.RestartAsync(s => s.AddScoped<OperationProgress, HeldProgress>());
        const int rows = 4_000;
        var id = await StartAsync(string.Join('\n', Enumerable.Range(0, rows).Select(i => $"重庆长跑{i}铝业有限公司")), world.Known.Secretary, commit: true);
        await Settling.UntilAsync("its progress is stored", () => world.ReadAsync(db => db.Set<OperationGauge>().AnyAsync(g => g.Id == id && g.Done > 0)));
        var shown = (await world.AsAsync(await world.ActorAsync(world.Known.Secretary), s => s.GetRequiredService<ShowOperation>().RunAsync(new() { Id = id }))).Value!;
        await using var other = world.StartSecond();
        await world.App.DisposeAsync();
        await Settling.UntilAsync("the other node has finished it", async () =>
        {
            await using var scope = await other.Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(LianMeng.Shared.Access.DistrictIds.City, default);
            return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Operation>().AnyAsync(o => o.Id == id && o.FinishedAt != null);
        }, seconds: 90);
        await other.DisposeAsync();
        await world.RestartAsync();
        Assert.Equal(OperationState.Done, (await FinishedAsync(id)).State);
        Assert.Equal(rows, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Name.StartsWith("重庆长跑"))));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<OperationGauge>().CountAsync(g => g.Id == id)));
        Assert.True(shown.Done > 0 && shown.Stage is not null, "the gauge was stored and not shown");
        Counts.Say(9, $"an import of {rows} firms stopped at {shown.Done}: the other node saved it once");
    }

    [WorldFact]
    public async Task Whoever_started_it_is_told_when_it_has_ended()
    {
        var done = await StartAsync("重庆告知铝业有限公司", world.Known.Secretary, commit: false);
        await FinishedAsync(done);
        var gone = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<StartOperation>(), StartOperation.For<ImportEnterprises>("导入没有的文件", new ImportEnterprises.Input { FileHash = new string('0', 64), FileName = "名册.csv" }));
        await FinishedAsync(gone.Value);
        await world.SettleAsync();
        var notices = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.SubjectId == done || n.SubjectId == gone.Value).ToListAsync());
        Assert.Equal(2, notices.Count);
        Assert.All(notices, n => Assert.Equal(world.Known.Secretary.Id, n.UserId));
        Assert.Contains(notices, n => n.Kind == NoticeKind.OperationDone && n.Href == $"/operations/{done}");
        Assert.Contains(notices, n => n.Kind == NoticeKind.OperationFailed && n.Text.Contains("上传", StringComparison.Ordinal));
    }

    /// <summary>An import that has said once how far it is goes on when its node is told to stop: always in the middle, however fast the machine.</summary>
    private sealed class HeldProgress(IHostApplicationLifetime lifetime) : OperationProgress
    {
        public override void Report(int done, int total, string stage)
        {
            base.Report(done, total, stage);
            lifetime.ApplicationStopping.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
        }
    }

    private async Task<Guid> StartAsync(string firm, Person person, bool commit)
    {
        var storage = world.Services.GetRequiredService<FileStore>();
        var hash = await storage.KeepUploadAsync(world.Known.Tongliang, new MemoryStream(Encoding.UTF8.GetBytes($"企业名称\n{firm}\n")), default);
        var started = await world.RunAsync(person, s => s.GetRequiredService<StartOperation>(), StartOperation.For<ImportEnterprises>("导入", new ImportEnterprises.Input { FileHash = hash, FileName = "名册.csv", Commit = commit }));
        Assert.True(started.IsDone, started.Message);
        return started.Value;
    }

    private async Task<Operation> FinishedAsync(Guid id)
    {
        for (var waited = 0; waited < 400; waited++)
        {
            var operation = await world.ReadAsync(db => db.Set<Operation>().AsNoTracking().SingleAsync(o => o.Id == id));
            if (operation.IsFinished) return operation;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Operation {id} was not taken up.");
    }

    private async Task SqlAsync(string sql)
    {
        await using var raw = await world.OpenRawAsync();
        Assert.Equal(1, await raw.RunAsync(sql));
    }

    private static string Quoted(Guid id) => $"'{(TestDatabase.IsSqlite ? id.ToString().ToUpperInvariant() : id)}'";
}

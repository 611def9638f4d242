using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>A roster: said before it is done, done whole or not at all, and the same file twice changes nothing.</summary>
public sealed class ImportTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_preview_counts_and_saves_nothing_and_the_import_does_what_it_said()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var roster = Csv("企业名称,统一社会信用代码,地址", $"重庆导一铝业有限公司,{TestCodes.Uscc(101)},甲路1号", $"重庆小石压铸有限公司,{TestCodes.Uscc(2)},改过的地址", "重庆无码铝材厂,,", "重庆坏码铝业有限公司,9150010,");
        var head = await world.SettledHeadAsync();
        var preview = await ImportAsync(api, roster, commit: false);
        Assert.Equal((1, 1, 1, 1), CountsOf(preview));
        Assert.Equal(head, await world.HeadAsync());
        Assert.Equal(5, preview.GetProperty("rejected")[0].GetProperty("row").GetInt32());

        Assert.Equal((1, 1, 1, 1), CountsOf(await ImportAsync(api, roster, commit: true)));
        Assert.Equal("改过的地址", await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Neighbour).Select(o => o.Address).SingleAsync()));

        // The same file twice: all the same, and no fact.
        head = await world.SettledHeadAsync();
        Assert.Equal((0, 0, 3, 1), CountsOf(await ImportAsync(api, roster, commit: true)));
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task A_confirmation_of_a_preview_that_the_register_has_overtaken_is_refused()
    {
        var hash = await KeepAsync(Csv("企业名称,地址", "重庆超车铝业有限公司,一号"));
        var preview = await RunAsync(new() { FileHash = hash, FileName = "a.csv" });
        Assert.True((await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆超车铝业有限公司" })).IsDone);
        var head = await world.SettledHeadAsync();
        var late = await RunAsync(new() { FileHash = hash, FileName = "a.csv", Commit = true, Basis = preview.Value!.Basis });
        Assert.Equal(OutcomeKind.Refused, late.Kind);
        Assert.Equal(head, await world.HeadAsync());
    }

    /// <summary>Back in the browser and confirmed once more: there is nothing left to save, and nothing went wrong.</summary>
    [WorldFact]
    public async Task Confirming_twice_saves_once_and_complains_of_nothing()
    {
        var hash = await KeepAsync(Csv("企业名称,从业人员(人)", "重庆双击铝业有限公司,120人"));
        var preview = await RunAsync(new() { FileHash = hash, FileName = "a.csv" });
        Assert.Equal(1, preview.Value!.New);
        ImportEnterprises.Input confirm = new() { FileHash = hash, FileName = "a.csv", Commit = true, Basis = preview.Value.Basis };
        Assert.Equal(1, (await RunAsync(confirm)).Value!.New);
        var head = await world.SettledHeadAsync();
        var again = await RunAsync(confirm);
        Assert.True(again.IsDone, again.Message);
        Assert.Equal((0, 0, 1), (again.Value!.New, again.Value.Changed, again.Value.Same));
        Assert.Equal(head, await world.HeadAsync());
    }

    /// <summary>Renamed, or a wrong code? Only a person can tell, so a person is told.</summary>
    [WorldFact]
    public async Task A_known_code_under_another_name_is_pointed_out()
    {
        var code = TestCodes.Uscc(106);
        await RunAsync(new() { FileHash = await KeepAsync(Csv("企业名称,统一社会信用代码", $"重庆旧名铝业有限公司,{code}")), FileName = "a.csv", Commit = true });
        var preview = await RunAsync(new() { FileHash = await KeepAsync(Csv("企业名称,统一社会信用代码", $"重庆新名铝业有限公司,{code}")), FileName = "b.csv" });
        Assert.Contains(preview.Value!.Notes, n => n.Contains("重庆旧名铝业有限公司", StringComparison.Ordinal) && n.Contains("第 2 行", StringComparison.Ordinal));
    }

    /// <summary>One firm in two rows, once with and once without its code: what was previewed must be what can be confirmed.</summary>
    [WorldFact]
    public async Task A_preview_of_a_firm_in_two_rows_can_be_confirmed()
    {
        var code = TestCodes.Uscc(103);
        await RunAsync(new() { FileHash = await KeepAsync(Csv("企业名称,统一社会信用代码", $"重庆两行铝业有限公司,{code}")), FileName = "a.csv", Commit = true });
        var hash = await KeepAsync(Csv("企业名称,统一社会信用代码,地址,园区/镇街", $"重庆两行铝业有限公司,{code},新地址,", "重庆两行铝业有限公司,,新地址,新园区"));
        var preview = await RunAsync(new() { FileHash = hash, FileName = "a.csv" });
        var done = await RunAsync(new() { FileHash = hash, FileName = "a.csv", Commit = true, Basis = preview.Value!.Basis });
        Assert.True(done.IsDone, done.Message);
        Assert.Equal((preview.Value.New, preview.Value.Changed, preview.Value.Same), (done.Value!.New, done.Value.Changed, done.Value.Same));
    }

    /// <summary>A firm that had no code gets it from the first row; the second row means another firm.</summary>
    [WorldFact]
    public async Task A_preview_of_two_codes_for_one_uncoded_name_can_be_confirmed()
    {
        await RunAsync(new() { FileHash = await KeepAsync(Csv("企业名称", "重庆待码铝业有限公司")), FileName = "a.csv", Commit = true });
        var hash = await KeepAsync(Csv("企业名称,统一社会信用代码", $"重庆待码铝业有限公司,{TestCodes.Uscc(104)}", $"重庆待码铝业有限公司,{TestCodes.Uscc(105)}"));
        var preview = await RunAsync(new() { FileHash = hash, FileName = "a.csv" });
        var done = await RunAsync(new() { FileHash = hash, FileName = "a.csv", Commit = true, Basis = preview.Value!.Basis });
        Assert.True(done.IsDone, done.Message);
        Assert.Equal(2, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Name == "重庆待码铝业有限公司")));
    }

    /// <summary>What the database itself refuses comes last, after hundreds of rows: none of them stays.</summary>
    [WorldFact]
    public async Task A_failure_in_the_save_leaves_nothing_half_saved()
    {
        await using (var raw = await world.OpenRawAsync())
        {
            await raw.RunAsync(TestDatabase.IsSqlite
                ? "CREATE TRIGGER refuse BEFORE INSERT ON \"Organisation\" WHEN NEW.\"Name\" LIKE '%第600家%' BEGIN SELECT RAISE(ABORT, 'refused'); END"
                : "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.\"Name\" LIKE '%第600家%' THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$; CREATE TRIGGER refuse BEFORE INSERT ON \"Organisation\" FOR EACH ROW EXECUTE FUNCTION refuse(); ALTER TABLE \"Organisation\" ENABLE ALWAYS TRIGGER refuse");
        }

        var before = await world.ReadAsync(db => db.Set<Organisation>().CountAsync());
        var head = await world.SettledHeadAsync();
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", Csv("企业名称", [.. Enumerable.Range(1, 700).Select(i => $"重庆半存第{i}家铝业有限公司")]), "名册.csv");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode); // the trigger is the test's own fault; what matters is what stays
        Assert.Equal(before, await world.ReadAsync(db => db.Set<Organisation>().CountAsync()));
        Assert.Equal(head + 1, await world.HeadAsync()); // the sign-in
        await using var after = await world.OpenRawAsync();
        await after.RunAsync(TestDatabase.IsSqlite ? "DROP TRIGGER refuse" : "DROP TRIGGER refuse ON \"Organisation\"");
    }

    [WorldFact]
    public async Task The_same_upload_with_the_same_key_is_imported_once()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var roster = Csv("企业名称", "重庆同键铝业有限公司");
        var answers = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", roster, "名册.csv", key: "import-key");
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("\"new\":1", answers[1]);
    }

    [WorldFact]
    public async Task More_rows_than_at_once_are_imported_in_the_background()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", Csv("企业名称", [.. Enumerable.Range(1, EnterpriseRoster.RowsAtOnce + 1).Select(i => $"重庆批量{i}铝业有限公司")]), "名册.csv");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var operation = answer.Headers.Location!.ToString();
        for (var waited = 0; waited < 1200; waited++)
        {
            var state = await api.GetFromJsonAsync<JsonElement>(operation);
            if (state.GetProperty("state").GetString() is "Done" or "Failed")
            {
                Assert.Equal(EnterpriseRoster.RowsAtOnce + 1, state.GetProperty("result").GetProperty("new").GetInt32());
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The import was not finished.");
    }

    /// <summary>Pinyin order is stored; a linguistic order of the database must not change it: 李安 (li an) stands before 连 (lian).</summary>
    [WorldFact]
    public async Task The_register_is_sorted_alike_on_both_databases()
    {
        await RunAsync(new() { FileHash = await KeepAsync(Csv("企业名称,园区/镇街", "连城排序厂,排序园", "李安排序厂,排序园", "Li排序厂,排序园", "理想排序厂,排序园")), FileName = "a.csv", Commit = true });
        using var api = await world.ApiAsync(world.Known.Secretary);
        var page = await api.GetFromJsonAsync<JsonElement>("/api/organisations?query=排序厂&sort=name");
        var names = page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!).ToList();
        var keys = names.Select(LianMeng.Shared.Text.Pinyin.SortKey).ToList();
        Assert.Equal(4, names.Count);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    private static byte[] Csv(string header, params string[] rows) => Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', rows) + "\n");

    private Task<string> KeepAsync(byte[] content) => world.Services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, new MemoryStream(content), default);

    private Task<Outcome<ImportReport>> RunAsync(ImportEnterprises.Input input) => world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportEnterprises>(), input);

    private static async Task<JsonElement> ImportAsync(HttpClient api, byte[] roster, bool commit)
    {
        using var answer = await api.UploadAsync($"/api/imports/enterprises?commit={(commit ? "true" : "false")}", roster, "名册.csv");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static (int New, int Changed, int Same, int Rejected) CountsOf(JsonElement report)
        => (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("same").GetInt32(), report.GetProperty("rejectedRows").GetInt32());
}

using System.Net;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Capabilities.Accounts;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Before a firm is saved, in the form and in a file, and afterwards in the worklist.</summary>
public sealed class DuplicateTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_form_refuses_the_same_firm_asks_about_a_similar_one_and_takes_a_persons_word()
    {
        await RegisterAsync(new() { Name = "重庆表单铝业有限公司", Uscc = TestCodes.Uscc(801), Address = "示范路18号", ContactPhone = "13900139001" });
        var same = await TryAsync(new() { Name = "表单铝业(重庆)有限责任公司", Address = "示范路18号" });
        Assert.Equal(OutcomeKind.Refused, same.Kind);
        Assert.Contains("重庆表单铝业有限公司", same.Message, StringComparison.Ordinal);

        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/organisations/new");
        using var asked = await browser.SubmitAsync("/organisations/new", page, "register", new() { ["name"] = "重庆表丹铝业有限公司", ["contactPhone"] = "13900139001" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var back = await asked.ReadPageAsync();
        Assert.Contains("重庆表单铝业有限公司", back.QuerySelector(".lm-similar")!.TextContent, StringComparison.Ordinal);
        using var taken = await browser.SubmitAsync("/organisations/new", back, "register", new() { ["notListed"] = "true" });
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);

        // whoever changes something else of one of the two is not asked; whoever renames it is
        var firm = await world.ReadAsync(db => db.Set<Organisation>().SingleAsync(o => o.Name == "重庆表丹铝业有限公司"));
        Assert.True((await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<EditOrganisation>(), new() { Id = firm.Id, Name = firm.Name, Staff = 5 })).IsDone);
        Assert.Equal(OutcomeKind.Refused, (await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<EditOrganisation>(), new() { Id = firm.Id, Name = "表单铝业有限公司" })).Kind);
    }

    [WorldFact]
    public async Task A_branch_another_town_and_a_neighbour_at_the_same_number_are_nobodys_duplicate()
    {
        await RegisterAsync(new() { Name = "重庆旁支铝业有限公司", Address = "旁支路1号", ContactPhone = "13900139002" });
        await RegisterAsync(new() { Name = "重庆旁支铝业有限公司铜梁分公司", ContactPhone = "13900139002" });
        await RegisterAsync(new() { Name = "成都旁支铝业有限公司" });
        await RegisterAsync(new() { Name = "重庆邻门五金厂", Address = "旁支路1号" });
    }

    [WorldFact]
    public async Task A_file_takes_the_same_firm_as_known_and_gives_back_what_a_person_has_to_decide()
    {
        await RegisterAsync(new() { Name = "重庆文件铝业有限公司", Address = "文件路8号" });
        await RegisterAsync(new() { Name = "重庆纹样铝业有限公司", Address = "纹样路9号" });
        var file = "企业名称,地址,从业人员\n文件铝业（重庆）有限公司,文件路8号,31\n重庆文样铝业有限公司,纹样路9号,32\n重庆全新建材有限公司,新路3号,33\n";
        var preview = await ImportAsync(file, commit: false);
        Assert.Equal((1, 1, 0, 1), (preview.New, preview.Changed, preview.Same, preview.RejectedRows));
        Assert.Contains("重庆纹样铝业有限公司", preview.Rejected[0].Reason, StringComparison.Ordinal);
        var done = await ImportAsync(file, commit: true);
        Assert.Equal((1, 1, 0, 1), (done.New, done.Changed, done.Same, done.RejectedRows));
        Assert.Equal(31, await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆文件铝业有限公司").Select(o => o.Staff).SingleAsync()));

        // the returned file asks for the answer in a column of its own; the same file again brings nothing new
        using var api = await world.ApiAsync(world.Known.Secretary);
        using (var back = await api.GetAsync($"/api/imports/enterprises/{done.FileHash}/rejected.xlsx?name=a.csv"))
        {
            using var book = LianMeng.Shared.Spreadsheets.SpreadsheetReader.Read(await back.Content.ReadAsStreamAsync(), "a.xlsx");
            var rows = book.Sheets[0].Rows.ToList();
            Assert.Equal("与名册企业的关系", rows[0][1].Text);
            Assert.Equal(2, rows.Count);
        }

        var again = await ImportAsync(file, commit: true);
        Assert.Equal((0, 0, 2, 1), (again.New, again.Changed, again.Same, again.RejectedRows));

        var decided = await ImportAsync("企业名称,地址,从业人员,与名册企业的关系\n重庆文样铝业有限公司,纹样路9号,32,同一家\n", commit: true);
        Assert.Equal((0, 1, 0), (decided.New, decided.Changed, decided.RejectedRows));
        Assert.Equal(32, await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆纹样铝业有限公司").Select(o => o.Staff).SingleAsync()));
        var wrong = await ImportAsync("企业名称,地址,与名册企业的关系\n重庆文样铝业有限公司,纹样路9号,重庆别处厂\n", commit: true);
        Assert.Contains("不是相似的企业", Assert.Single(wrong.Rejected).Reason, StringComparison.Ordinal);
        var other = await ImportAsync("企业名称,地址,与名册企业的关系\n重庆文样铝业有限公司,纹样路9号,新企业\n", commit: true);
        Assert.Equal((1, 0), (other.New, other.RejectedRows));
    }

    [WorldFact]
    public async Task The_worklist_has_the_pair_until_somebody_tells_them_apart()
    {
        var one = await RegisterAsync(new() { Name = "重庆名单铝业有限公司", Address = "名单路7号" });
        var two = await RegisterAsync(new() { Name = "名单铝业厂", Address = "名单路7号", NotListed = true });
        using var api = await world.ApiAsync(world.Known.Secretary);
        Assert.Single(await PairsAsync(api, "名单铝业"));
        Assert.Equal(two, JsonDocument.Parse(await api.GetStringAsync($"/api/organisations/{one}/duplicates")).RootElement.GetProperty("candidates")[0].GetProperty("id").GetGuid());

        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/organisations/duplicates?query=名单铝业");
        var form = page.Forms.Select(HttpSteps.HandlerOf).Single(name => name?.StartsWith("apart-", StringComparison.Ordinal) == true)!;
        using (var apart = await browser.SubmitAsync("/organisations/duplicates?query=名单铝业", page, form)) Assert.Equal(HttpStatusCode.Found, apart.StatusCode);
        Assert.Empty(await PairsAsync(api, "名单铝业"));
        Assert.Equal(0, JsonDocument.Parse(await api.GetStringAsync($"/api/organisations/{one}/duplicates")).RootElement.GetProperty("candidates").GetArrayLength());
        Assert.Single(await PairsAsync(api, "名单铝业&toldApart=true"));
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync($"/api/organisations/{two}/apart", new { otherId = one, takeBack = true })).Status);
        Assert.Single(await PairsAsync(api, "名单铝业"));

        // side by side, and merged from there
        var merge = await browser.PageAsync($"/organisations/merge?left={one}&right={two}");
        Assert.Contains("名单铝业厂", merge.Body!.TextContent, StringComparison.Ordinal);
        using (var done = await browser.SubmitAsync($"/organisations/merge?left={one}&right={two}", merge, "merge", new() { ["takeName"] = "true" })) Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal("名单铝业厂", await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == one).Select(o => o.Name).SingleAsync()));
        var firm = await browser.PageAsync($"/organisations/{one}");
        var undo = firm.Forms.Select(HttpSteps.HandlerOf).Single(name => name?.StartsWith("unmerge-", StringComparison.Ordinal) == true)!;
        using (var undone = await browser.SubmitAsync($"/organisations/{one}", firm, undo)) Assert.Equal(HttpStatusCode.Found, undone.StatusCode);
        Assert.Equal("重庆名单铝业有限公司", await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == one).Select(o => o.Name).SingleAsync()));
    }

    private static async Task<List<JsonElement>> PairsAsync(HttpClient api, string query) => [.. JsonDocument.Parse(await api.GetStringAsync($"/api/organisations/duplicates?query={query}")).RootElement.GetProperty("items").EnumerateArray()];

    private async Task<Guid> RegisterAsync(RegisterOrganisation.Input input)
    {
        var outcome = await TryAsync(input);
        Assert.True(outcome.IsDone, outcome.Message + string.Join(' ', outcome.Errors.SelectMany(e => e.Value)));
        return outcome.Value!.Id;
    }

    private Task<Outcome<RegisterOrganisation.Created>> TryAsync(RegisterOrganisation.Input input) => world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), input);

    private async Task<ImportReport> ImportAsync(string csv, bool commit)
    {
        var hash = await world.Services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, new MemoryStream(Encoding.UTF8.GetBytes(csv)), default);
        var outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportEnterprises>(), new() { FileHash = hash, FileName = "a.csv", Commit = commit });
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!;
    }
}

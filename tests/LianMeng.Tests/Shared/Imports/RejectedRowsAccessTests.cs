using System.Net;
using System.Net.Http.Json;
using System.Text;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Imports;

/// <summary>What was rejected of a file goes back to whoever sent it, the colleagues of the firm whose file it is, and who reads all such records; a hash opens nothing.</summary>
public sealed class RejectedRowsAccessTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_firms_own_file_is_read_by_its_people_and_by_no_other_firm()
    {
        var (other, colleague) = (await PersonAsync("rejected-other", Role.EnterpriseManager, 2), await PersonAsync("rejected-colleague", Role.PurchasingClerk, 1));
        foreach (var (kind, rows, officers) in new[]
        {
            ("bills", "产品,数量,单位\n密锆管甲,1,吨\n密锆管乙,不知道,吨\n", HttpStatusCode.Forbidden), // no officer has anything to do with bills
            ("supply-links", "申报企业是,对方企业,产品,年数量,计量单位\n卖方,重庆小石压铸有限公司,密锆管丙,不知道,吨\n", HttpStatusCode.OK), // officers read all links of their district
            ("listings", "类型,标题,数量,单位,价格\n需求,求购密锆管丁,不知道,吨,15500\n", HttpStatusCode.OK),
        })
        {
            var hash = await UploadAsync(world.Known.Manager, kind, rows);
            Assert.Equal((HttpStatusCode.OK, true), await AskAsync(world.Known.Manager, kind, hash));
            Assert.Equal((HttpStatusCode.OK, true), await AskAsync(colleague, kind, hash));
            Assert.Equal((HttpStatusCode.NotFound, false), await AskAsync(other, kind, hash));
            Assert.Equal((HttpStatusCode.NotFound, false), await AskAsync(world.Known.ForeignManager, kind, hash));
            Assert.Equal((officers, officers == HttpStatusCode.OK), await AskAsync(world.Known.Secretary, kind, hash));
            // The same bytes sent by the other firm are its own file then; that tells it nothing that it did not send.
            Assert.Equal(hash, await UploadAsync(other, kind, rows, anyReport: true));
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(other, kind, hash)).Status);
        }
    }

    /// <summary>A file opens only as what it was sent as: an officer's right to one kind does not open a firm's private file of another.</summary>
    [WorldFact]
    public async Task A_file_opens_only_as_the_kind_it_was_sent_as()
    {
        var hash = await UploadAsync(world.Known.Manager, "bills", "产品,数量,单位,类型,标题,企业,类别,申报企业是,对方企业\n密铪管甲,不知道,吨,需求,求购密铪管,重庆清溪铝锭有限公司,主营产品,卖方,重庆小石压铸有限公司\n");
        foreach (var kind in new[] { "listings", "supply-links", "products", "synonyms" })
            Assert.Equal((HttpStatusCode.NotFound, false), await AskAsync(world.Known.Secretary, kind, hash));
    }

    /// <summary>A roster holds telephones, and each look at one is recorded: only its sender has the rest of it back, also when it ran in the background.</summary>
    [WorldFact]
    public async Task A_roster_with_telephones_goes_back_to_its_sender_alone()
    {
        var hash = await UploadAsync(world.Known.Secretary, "enterprises", "企业名称,统一社会信用代码,联系电话\n密铌铝业有限公司,9150010,13900139077\n");
        Assert.Equal((HttpStatusCode.OK, true), await AskAsync(world.Known.Secretary, "enterprises", hash));
        Assert.Equal((HttpStatusCode.NotFound, false), await AskAsync(world.Known.Officer, "enterprises", hash));
        using var sender = await world.ApiAsync(world.Known.Secretary);
        using var officer = await world.ApiAsync(world.Known.Officer);
        using (var done = await sender.GetAsync($"/api/imports/enterprises/{world.Known.Upload}/rejected.xlsx?name=a.csv")) Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using (var not = await officer.GetAsync($"/api/imports/enterprises/{world.Known.Upload}/rejected.xlsx?name=a.csv")) Assert.Equal(HttpStatusCode.NotFound, not.StatusCode);
    }

    /// <summary>Looking at a file twice leaves one note of who sent it.</summary>
    [WorldFact]
    public async Task A_sender_is_noted_once()
    {
        var hash = await UploadAsync(world.Known.Manager, "bills", "产品,数量,单位\n密钽管甲,1,吨\n");
        await UploadAsync(world.Known.Manager, "bills", "产品,数量,单位\n密钽管甲,1,吨\n");
        var note = Assert.Single(await world.ReadAsync(db => db.Set<SentFile>().AsNoTracking().Where(f => f.FileHash == hash).ToListAsync()));
        Assert.Equal((world.Known.Tongliang, "bills", world.Known.Manager.Id, world.Known.Firm), (note.DistrictId, note.Kind, note.SentBy, note.OrganisationId));
    }

    private async Task<string> UploadAsync(Person person, string kind, string rows, bool anyReport = false)
    {
        using var api = await world.ApiAsync(person);
        using var answer = await api.UploadAsync($"/api/imports/{kind}", Encoding.UTF8.GetBytes(rows), "a.csv");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var report = (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;
        Assert.True(anyReport || report.RejectedRows > 0 || kind == "bills", $"{kind}: nothing was rejected");
        return report.FileHash;
    }

    private async Task<(HttpStatusCode Status, bool Secret)> AskAsync(Person person, string kind, string hash)
    {
        using var api = await world.ApiAsync(person);
        using var answer = await api.GetAsync($"/api/imports/{kind}/{hash}/rejected.xlsx?name=a.csv");
        return (answer.StatusCode, (await answer.TextAsync()).Contains('密', StringComparison.Ordinal));
    }

    private async Task<Person> PersonAsync(string userName, Role role, int firm)
    {
        var account = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = userName, DisplayName = "经办（测试）", Password = Person.Password, Role = role, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(firm) });
        Assert.True(account.IsDone, account.Message);
        return new(userName, role, account.Value!.Id);
    }
}

using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Products, qualifications, contacts and sites as files, in and out; codes that come later; rows that are left out and said to be.</summary>
public sealed class ImportLinesTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Each_list_comes_in_by_a_file_twice_the_same_and_goes_out_as_one_sees_it()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        var firm = "重庆清溪铝锭有限公司";
        var neighbour = TestCodes.Uscc(2);
        (string Kind, string File, (int, int, int, int) First)[] files =
        [
            ("products", $"企业,类别,产品,年数量,计量单位,单价(元),来源,来源地,成分\n{firm},采购,燕铝硅锭,1200吨,,13750,外地,云南,\n{firm},生产,铝棒,20000,吨,,,,\n{neighbour},副产品,燕铝渣,60,吨,,,,含铝40%\n{firm},生产,铝杆,3,,,,,\n{firm},生产,铝带,,,,本地,,\n没有这家公司,生产,铝箔,,,,,,\n", (2, 1, 0, 3)),
            ("qualifications", $"单位名称,资质名称,证书编号,有效期至\n{firm},高新技术企业,GR2026,2028年11月30日\n{neighbour},燕燕认证,,\n", (1, 1, 0, 0)),
            ("contacts", $"企业,联系人,用途,电话\n{firm},燕采购,采购,13883005555\n{firm},燕采购,,13883005555\n", (1, 0, 0, 1)),
            ("sites", $"企业,厂区,用途,地址,行政区划代码,产能\n{firm},二厂,生产,燕路9号,500151,年产铝棒2万吨\n{firm},三厂,旅馆,,,\n", (1, 0, 0, 1)),
        ];
        foreach (var (kind, file, first) in files)
        {
            Assert.Equal(first, await ImportAsync(secretary, kind, file, commit: false));
            Assert.Equal(first, await ImportAsync(secretary, kind, file, commit: true));
            Assert.Equal((0, 0, first.Item1 + first.Item2, first.Item4), await ImportAsync(secretary, kind, file, commit: true));
        }

        var bought = await world.ReadAsync(db => db.Set<OrganisationProduct>().SingleAsync(p => p.Name == "燕铝硅锭"));
        Assert.Equal((1200m, "吨", 13750m, ProductOrigin.Outside, DataSource.Roster), (bought.Quantity, bought.Unit, bought.PriceLow, bought.BoughtFrom, bought.Source));
        Assert.Equal(new DateOnly(2028, 11, 30), await world.ReadAsync(db => db.Set<OrganisationQualification>().Where(q => q.Number == "GR2026").Select(q => q.ValidUntil).SingleAsync()));

        // A firm imports for itself alone, and sees of the others what everybody may.
        using var manager = await world.ApiAsync(world.Known.Manager);
        Assert.Equal((1, 0, 0, 1), await ImportAsync(manager, "products", $"企业,类别,产品\n,生产,燕铝板\n{neighbour},生产,燕铝板\n", commit: true));
        using var neighbourly = await world.ApiAsync(world.Known.Officer);
        Assert.Equal(1, await CountAsync(neighbourly, "products?query=燕铝硅锭"));
        Assert.Equal(1, await CountAsync(manager, "products?query=燕铝硅锭"));
        Assert.Equal(0, await CountAsync(manager, "products?query=铝合金锭&role=Buys")); // the neighbour buys it
        Assert.Equal(2, await CountAsync(manager, "contacts"));
        Assert.Equal("138****5555", (await secretary.GetFromJsonAsync<JsonElement>("/api/organisations/contacts?query=燕采购")).GetProperty("items")[0].GetProperty("telephone").GetString());
        foreach (var list in new[] { "products", "qualifications", "contacts", "sites" })
            Assert.True((await secretary.GetByteArrayAsync($"/api/organisations/{list}/export.xlsx")).Length > 1000);
    }

    [WorldFact]
    public async Task A_second_file_brings_the_codes_and_never_to_a_namesake_in_another_county()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        await ImportAsync(secretary, "enterprises", "企业名称,行政区划代码\n重庆后补铝业有限公司,500151\n重庆同名铝业有限公司,500151\n", commit: true);
        var second = $"企业名称,统一社会信用代码,行政区划代码\n重庆后补铝业有限公司,{TestCodes.Uscc(601)},500224\n重庆同名铝业有限公司,{TestCodes.Uscc(602, "500107")},500107\n合计,,2\n填表人：张三,,\n";
        using var answer = await secretary.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes(second), "补码.csv");
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((1, 1), (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32()));
        var notes = report.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!).ToList();
        Assert.Contains(notes, n => n.Contains("没有补上代码", StringComparison.Ordinal) && n.Contains("第 3 行", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("1 行的行政区划不是本区县", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.StartsWith("2 行是合计", StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync(secretary, $"?query={TestCodes.Uscc(601)}&awaitsCode=false"));
        Assert.Equal(1, await CountAsync(secretary, "?query=重庆同名铝业有限公司&awaitsCode=true"));
    }

    private static async Task<(int New, int Changed, int Same, int Rejected)> ImportAsync(HttpClient api, string kind, string file, bool commit)
    {
        using var answer = await api.UploadAsync($"/api/imports/{kind}?commit={(commit ? "true" : "false")}", Encoding.UTF8.GetBytes(file), "表.csv");
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, report.ToString());
        return (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("same").GetInt32(), report.GetProperty("rejectedRows").GetInt32());
    }

    private static async Task<int> CountAsync(HttpClient api, string list)
        => (await api.GetFromJsonAsync<JsonElement>($"/api/organisations{(list.StartsWith('?') ? "" : "/")}{list}")).GetProperty("total").GetInt32();
}

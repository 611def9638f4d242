using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Departments, banks and schools stand in the same register and are counted nowhere as firms.</summary>
public sealed class KindTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Every_kind_is_in_the_register_and_only_enterprises_are_counted()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var (enterprises, all) = (await TotalAsync(api, ""), await TotalAsync(api, "?kind=all"));
        var counted = (await CountAsync()).Firms;
        var roster = $"单位名称,单位类型,统一社会信用代码,主营产品\n铜梁区测试委员会,部门,{TestCodes.Uscc(301)},\n铜梁测试村镇银行,银行,{TestCodes.Uscc(302)},铝型材\n铜梁测试企业有限公司,企业,{TestCodes.Uscc(303)},铝型材\n铜梁测试怪物,妖怪,{TestCodes.Uscc(304)},\n";
        using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes(roster), "单位.csv");
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((3, 1), (report.GetProperty("new").GetInt32(), report.GetProperty("rejectedRows").GetInt32()));
        Assert.Contains("部门", report.GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);

        Assert.Equal((enterprises + 1, all + 3), (await TotalAsync(api, ""), await TotalAsync(api, "?kind=all")));
        Assert.Equal(1, await TotalAsync(api, "?kind=Bank"));
        Assert.Equal(2, await TotalAsync(api, "?kind=others"));
        Assert.Equal(counted + 1, (await CountAsync()).Firms);
        Assert.Equal(1, await TotalAsync(api, "?kind=Department&size=NotApplicable")); // no size class is owed
    }

    [Fact]
    public void A_code_of_an_authority_makes_a_department_unless_somebody_says_otherwise()
    {
        var now = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(OrganisationKind.Department, Organisation.Register(new() { Name = "某委员会", Uscc = "11500151YLTU00012A" }, DataSource.Roster, now).Kind);
        Assert.Equal(OrganisationKind.Township, Organisation.Register(new() { Name = "某镇政府", Uscc = "11500151YLTU00012A", Kind = OrganisationKind.Township }, DataSource.Roster, now).Kind);
        var firm = Organisation.Register(new() { Name = "某公司", Staff = 10, IndustryCode = "3216", Revenue = 1 }, DataSource.Roster, now);
        Assert.Equal(OrganisationKind.Enterprise, firm.Kind);
        Assert.Equal("单位类型", Assert.Single(firm.Change(new() { Name = "某公司", Kind = OrganisationKind.School }, DataSource.Form, now)).Field);
        Assert.Equal(OrganisationKind.School, firm.Kind);
    }

    private Task<RegisterFigures.Counts> CountAsync() => world.ReadAsync(db => new RegisterFigures(db).CountAsync(default));

    private static async Task<int> TotalAsync(HttpClient api, string query)
        => (await api.GetFromJsonAsync<JsonElement>("/api/organisations" + query)).GetProperty("total").GetInt32();
}

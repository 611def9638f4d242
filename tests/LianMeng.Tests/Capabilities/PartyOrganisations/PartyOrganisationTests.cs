using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.PartyOrganisations;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.PartyOrganisations;

/// <summary>Party organisations: counts and coverage, a file, and who sees which.</summary>
public sealed class PartyOrganisationTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_file_is_taken_in_once_and_coverage_adds_up()
    {
        const string file = "党组织名称,类型,功能型,上级党组织,覆盖单位,正式党员,预备党员\n试验党委,党委,,,,120,3\n试验联合支部,联合党支部,,试验党委,重庆小石压铸有限公司,4,1\n试验功能党委,党委,是,,重庆小石压铸有限公司,,\n坏上级支部,党支部,,没有的党委,,3,\n坏功能党委,党委,是,,,5,\n";
        var report = await ImportAsync(file);
        Assert.Equal((3, 2), (report.New, report.RejectedRows));
        Assert.Equal((0, 3), await ImportAsync(file) is var again ? (again.New + again.Changed, again.Same) : default);

        using var api = await world.ApiAsync(world.Known.Officer);
        var coverage = await api.GetFromJsonAsync<JsonElement>("/api/party-organisations/coverage");
        int Of(string name) => coverage.GetProperty(name).GetInt32();
        Assert.Equal(Of("enterprises"), Of("own") + Of("joint") + Of("without"));
        Assert.Equal((1, 1, 1), (Of("own"), Of("joint"), Of("functional")));
        Assert.Equal(129, Of("fullMembers"));

        // A superior below itself is refused beside its field.
        var list = (await api.GetFromJsonAsync<JsonElement>("/api/party-organisations?pageSize=50")).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("name").GetString()!, i => i.GetProperty("id").GetGuid());
        using var loop = await api.PutAsJsonAsync($"/api/party-organisations/{list["试验党委"]}", new { name = "试验党委", type = "Committee", superiorId = list["试验联合支部"] });
        Assert.Contains("上级不能是本组织或它的下级", await loop.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_firms_Party_staff_sees_what_covers_the_own_firm_and_nothing_else()
    {
        var clerk = Actor.Person(Guid.CreateVersion7(), "党务", [new(Role.PartyClerk, world.Known.Tongliang, null, world.Known.Firm)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
        var seen = (await world.AsAsync(clerk, s => s.GetRequiredService<ListPartyOrganisations>().RunAsync(new()))).Value!;
        Assert.Equal(world.Known.Own.PartyOrganisation, Assert.Single(seen.Items).Id);
        Assert.Equal(OutcomeKind.Denied, (await world.AsAsync(clerk, s => s.GetRequiredService<ShowCoverage>().RunAsync(new()))).Kind);
    }

    [Fact]
    public void Advice_is_given_where_the_rules_would_look()
    {
        Assert.Contains("不超过 5 个", Assert.Single(PartyAdvice.Of(PartyOrganisationType.JointBranch, false, 4, 6)), StringComparison.Ordinal);
        Assert.Contains("不足 3 人", Assert.Single(PartyAdvice.Of(PartyOrganisationType.Branch, false, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("党总支", Assert.Single(PartyAdvice.Of(PartyOrganisationType.Branch, false, 51, 1)), StringComparison.Ordinal);
        Assert.Empty(PartyAdvice.Of(PartyOrganisationType.JointBranch, false, 6, 5));
    }

    private async Task<ImportReport> ImportAsync(string csv)
    {
        var outcome = await world.AsAsync(await world.ActorAsync(world.Known.Secretary), async services =>
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
            var hash = await services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, content, default);
            return await services.GetRequiredService<ImportPartyOrganisations>().RunAsync(new() { FileHash = hash, FileName = "党组织.csv", Commit = true });
        });
        Assert.True(outcome.IsDone, outcome.Message);
        return outcome.Value!;
    }
}

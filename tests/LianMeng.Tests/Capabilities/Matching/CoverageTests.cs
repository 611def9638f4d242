using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>How many of a district's product names are known, which are not, and that every number opens exactly its records.</summary>
public sealed class CoverageTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_name_that_nothing_knows_stands_first_opens_its_records_and_is_known_as_soon_as_it_has_a_synonym()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        await RegisterAsync(api, ("重庆覆盖甲厂", "玄晶导流片；试编产品"), ("重庆覆盖乙厂", "玄晶导流片"), ("重庆覆盖丙厂", "玄晶导流片、青晶导流片"));
        var listing = await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Demand, Title = "求购玄晶导流片", Product = "玄晶导流片" });
        Assert.True(listing.IsDone, listing.Message);

        var name = await NameAsync(api, "玄晶导流片");
        Assert.Equal(("Unknown", 3, 1, true), (name.GetProperty("known").GetString(), name.GetProperty("firms").GetInt32(), name.GetProperty("listings").GetInt32(), name.GetProperty("isWord").GetBoolean()));
        Assert.Equal("玄晶导流片", (await ItemsAsync(api, "/api/match/coverage/names?known=Unknown"))[0].GetProperty("name").GetString()); // the most used
        Assert.Equal(("Atlas", "铝合金锭"), Meaning(await NameAsync(api, "铝合金锭"))); // by the product graph
        Assert.Equal(("Atlas", "试编产品"), Meaning(await NameAsync(api, "试编产品"))); // by the district's own atlas alone

        var records = await ItemsAsync(api, "/api/match/coverage/records?name=玄晶导流片");
        Assert.Equal(["主营产品", "主营产品", "主营产品", "需求"], records.Select(r => r.GetProperty("what").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(listing.Value!.Id, records.Select(r => r.GetProperty("listingId")).Single(id => id.ValueKind == JsonValueKind.String).GetGuid());
        Assert.Equal(3, (await ItemsAsync(api, "/api/match/coverage/records?name=玄晶导流片&from=Register")).Count);
        Assert.Empty(await ItemsAsync(api, "/api/match/coverage/records"));

        var before = await FiguresAsync(api);
        using (var added = await api.PostAsJsonAsync("/api/match/synonyms", new { text = "玄晶导流片=铝合金锭" })) Assert.True(added.IsSuccessStatusCode);
        Assert.Equal(("Synonym", "铝合金锭"), Meaning(await NameAsync(api, "玄晶导流片")));
        var after = await FiguresAsync(api);
        Assert.Equal((before.Unknown - 1, before.Synonym + 1, before.Names), (after.Unknown, after.Synonym, after.Names));
        Assert.Equal(before.FirmsKnown + 2, after.FirmsKnown); // 甲 was known by 试编产品 already

        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/match/coverage?known=Unknown");
        Assert.DoesNotContain("玄晶导流片", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("有认得的产品名的企业", page.Body.TextContent, StringComparison.Ordinal);
    }

    /// <summary>One click: the form is filled with the name and the nearest product of the graph.</summary>
    [WorldFact]
    public async Task An_unknown_name_leads_to_a_filled_form_and_one_that_is_no_word_to_its_records()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        await RegisterAsync(api, ("重庆覆盖庚厂", "铝合全锭；碧晶导流片/赤晶导流片＝黄晶导流片"));
        Assert.Equal("铝合金锭", (await NameAsync(api, "铝合全锭")).GetProperty("near").GetString());
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/match/coverage?known=Unknown&query=" + Uri.EscapeDataString("铝合全锭"));
        var link = page.QuerySelectorAll("a.btn").Single(a => a.TextContent == "加同义词").GetAttribute("href")!;
        var form = await browser.PageAsync(link);
        Assert.Equal("铝合全锭=铝合金锭", form.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        page = await browser.PageAsync("/match/coverage?known=Unknown&query=" + Uri.EscapeDataString("碧晶"));
        Assert.DoesNotContain(page.QuerySelectorAll("a.btn"), a => a.TextContent == "加同义词");
        Assert.Contains("重庆覆盖庚厂", (await browser.PageAsync(page.QuerySelectorAll("a.btn").Single(a => a.TextContent == "看记录").GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>For a district and for the whole city: the figure and the list behind it never differ, and both are what the database holds.</summary>
    [WorldFact]
    public async Task Every_figure_is_the_length_of_its_list()
    {
        using (var own = await world.ApiAsync(world.Known.Secretary))
            await RegisterAsync(own, ("重庆覆盖丁厂", "铝合金锭；白晶导流片"), ("重庆覆盖戊厂", "白晶导流片"), ("重庆覆盖己厂", ""));
        foreach (var person in new[] { world.Known.Secretary, world.Known.Officer, world.Known.City, world.Known.ForeignSecretary })
        {
            using var api = await world.ApiAsync(person);
            var figures = await FiguresAsync(api);
            Assert.Equal((figures.Names, figures.Unknown, figures.Atlas, figures.Synonym), (await TotalAsync(api, "names"), await TotalAsync(api, "names?known=Unknown"), await TotalAsync(api, "names?known=Atlas"), await TotalAsync(api, "names?known=Synonym")));
            Assert.Equal((figures.Firms, figures.FirmsKnown), (await TotalAsync(api, "firms"), await TotalAsync(api, "firms?naming=Known")));
            Assert.Equal((figures.FirmsNaming - figures.FirmsKnown, figures.Firms - figures.FirmsNaming), (await TotalAsync(api, "firms?naming=Unknown"), await TotalAsync(api, "firms?naming=None")));
            var districts = person == world.Known.City ? new[] { world.Known.Tongliang, world.Known.Jiulongpo } : [person == world.Known.ForeignSecretary ? world.Known.Jiulongpo : world.Known.Tongliang];
            var (names, firms) = await world.ReadAsync(async db =>
            {
                var lines = await db.Set<Organisation>().Where(o => districts.Contains(o.DistrictId)).SelectMany(o => o.Products).Select(p => new { p.DistrictId, p.Name }).ToListAsync();
                var posted = await db.Set<Listing>().Where(l => districts.Contains(l.DistrictId) && l.State == ListingState.Open && l.Product != null).Select(l => new { l.DistrictId, Name = l.Product! }).ToListAsync();
                return (lines.Concat(posted).Distinct().Count(), await db.Set<Organisation>().CountAsync(o => districts.Contains(o.DistrictId)));
            });
            Assert.Equal((names, firms), (figures.Names, figures.Firms));
        }

        using var city = await world.ApiAsync(world.Known.City);
        var parts = (await city.GetFromJsonAsync<JsonElement>("/api/match/coverage")).GetProperty("districts").EnumerateArray().ToList();
        Assert.Equal(2, parts.Count);
        foreach (var part in parts)
            Assert.Equal(part.GetProperty("figures").GetProperty("firmsKnown").GetInt32(), await TotalAsync(city, $"firms?naming=Known&districtId={part.GetProperty("id").GetGuid()}"));
        var row = (await ItemsAsync(city, "/api/match/coverage/firms?query=重庆覆盖丁厂"))[0];
        Assert.Equal((2, 1), (row.GetProperty("names").GetInt32(), row.GetProperty("known").GetInt32()));
        foreach (var list in new[] { "names", "firms", "records" })
        {
            var bytes = await city.GetByteArrayAsync($"/api/match/coverage/{list}/export.xlsx?name=铝合金锭");
            using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "a.xlsx");
            Assert.True(book.Sheets[0].Rows.Count() > 1, list);
        }
    }

    /// <summary>Names are what a district's firms make and buy: nobody beyond it learns one, the administrator neither, who reads no district.</summary>
    [WorldFact]
    public async Task Nobody_sees_the_names_of_a_district_that_he_does_not_read()
    {
        foreach (var person in new[] { world.Known.Secretary, world.Known.Officer })
        {
            using var api = await world.ApiAsync(person);
            foreach (var address in new[] { "names?pageSize=200", "firms?pageSize=200", $"names?districtId={world.Known.Jiulongpo}", $"firms?districtId={world.Known.Jiulongpo}", $"records?name={Uri.EscapeDataString(Canary.Makes)}", $"records?name={Uri.EscapeDataString(Canary.Buys)}", "names/export.xlsx", "firms/export.xlsx" })
            {
                using var answer = await api.GetAsync("/api/match/coverage/" + address);
                Assert.DoesNotContain(Canary.Bird, await answer.TextAsync(), StringComparison.Ordinal);
            }
        }

        using var city = await world.ApiAsync(world.Known.City);
        Assert.Equal(world.Known.Jiulongpo, (await NameAsync(city, Canary.Buys)).GetProperty("districtId").GetGuid()); // who reads both districts
        using var admin = await world.ApiAsync(world.Known.Admin);
        Assert.Equal(0, await TotalAsync(admin, "names"));
        Assert.Equal(0, await TotalAsync(admin, "firms"));
        Assert.Equal(0, (await FiguresAsync(admin)).Names);
        using (var browser = await world.BrowserAsync(world.Known.Admin)) Assert.Contains("这里没有您能看的名册", (await browser.PageAsync("/match/coverage?known=Unknown")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var person in new[] { world.Known.Manager, world.Known.Auditor })
        {
            using var api = await world.ApiAsync(person);
            foreach (var address in new[] { "", "/names", "/firms", "/records?name=铝棒", "/names/export.xlsx" })
            {
                using var denied = await api.GetAsync("/api/match/coverage" + address);
                Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
            }
        }
    }

    private sealed record Figures(int Names, int Atlas, int Synonym, int Unknown, int Firms, int FirmsNaming, int FirmsKnown);

    private static async Task<Figures> FiguresAsync(HttpClient api)
        => (await api.GetFromJsonAsync<JsonElement>("/api/match/coverage")).GetProperty("total").Deserialize<Figures>(LianMeng.Shared.UseCases.Json.Options)!;

    private static async Task<int> TotalAsync(HttpClient api, string list) => (await api.GetFromJsonAsync<JsonElement>("/api/match/coverage/" + list)).GetProperty("total").GetInt32();

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient api, string address) => [.. (await api.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> NameAsync(HttpClient api, string name)
        => (await ItemsAsync(api, "/api/match/coverage/names?pageSize=200&query=" + Uri.EscapeDataString(name))).First(n => n.GetProperty("name").GetString() == name);

    private static (string?, string?) Meaning(JsonElement name) => (name.GetProperty("known").GetString(), name.GetProperty("as").GetString());

    private static async Task RegisterAsync(HttpClient api, params (string Name, string Makes)[] firms)
    {
        foreach (var (name, makes) in firms)
        {
            using var answer = await api.PostAsJsonAsync("/api/organisations", new { name, makes, notListed = true });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}

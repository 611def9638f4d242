using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Chains;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Chains;

/// <summary>The pictures, their table and their interface: counts for everybody, names in the detail, buyers only for those who may see needs.</summary>
public sealed class ChainPagesTests(TestWorld world) : IClassFixture<TestWorld>
{
    // Of the test world: 铝合金锭 is made by the manager's firm and bought by its neighbour; 废铝 is bought and made by nobody.
    private const string Made = "alloy-ingot";
    private const string Wanted = "aluminium-scrap";

    private const string Bought = "alumina";
    private const string OnlyBuys = "重庆惟购电解铝有限公司";

    [WorldFact]
    public async Task Everybody_with_the_right_sees_all_chains_and_each_opens()
    {
        foreach (var person in new[] { world.Known.City, world.Known.Officer, world.Known.Secretary, world.Known.Manager })
        {
            using var browser = await world.BrowserAsync(person);
            var all = await browser.PageAsync("/chains");
            var links = all.QuerySelectorAll(".lm-chains h2 a").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Equal(["/chains/equipment", "/chains/electronics", "/chains/energy", "/chains/aluminium"], links);
            foreach (var link in links)
            {
                var page = await browser.PageAsync(link);
                Assert.NotEmpty(page.QuerySelectorAll(".lm-lane"));
                Assert.NotEmpty(page.QuerySelectorAll(".lm-box"));
            }
        }
    }

    [WorldFact]
    public async Task The_administrator_has_no_chains()
    {
        using var browser = await world.BrowserAsync(world.Known.Admin);
        await browser.PageAsync("/chains", HttpStatusCode.Forbidden);
        await browser.PageAsync("/chains/aluminium", HttpStatusCode.Forbidden);
    }

    [WorldFact]
    public async Task An_unknown_chain_is_not_found_on_every_way()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        await browser.PageAsync("/chains/steel", HttpStatusCode.NotFound);
        await browser.PageAsync("/chains/steel?view=table", HttpStatusCode.NotFound);
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var answer = await api.GetAsync("/api/chains/steel");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [WorldFact]
    public async Task A_box_counts_makers_and_says_in_words_that_there_is_none()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/chains/aluminium");
        Assert.Contains("1 家", Box(page, Made), StringComparison.Ordinal);
        Assert.Contains("购 1", Box(page, Made), StringComparison.Ordinal);
        Assert.Contains("缺", Box(page, Wanted), StringComparison.Ordinal);
        // names stand in the detail, not in the picture
        Assert.DoesNotContain("清溪", page.Body!.TextContent, StringComparison.Ordinal);

        var gaps = await browser.PageAsync("/chains/aluminium?gaps=true");
        Assert.Null(gaps.QuerySelector($".lm-box[href*='product={Made}#']"));
        Assert.NotNull(gaps.QuerySelector($".lm-box[href*='product={Wanted}']"));
        var initials = await browser.PageAsync("/chains/aluminium?query=lhjd");
        Assert.NotNull(initials.QuerySelector($".lm-box[href*='product={Made}#']"));
        Assert.Null(initials.QuerySelector($".lm-box[href*='product={Wanted}#']"));
    }

    [WorldFact]
    public async Task A_product_opens_by_key_name_or_grade_with_its_makers_and_neighbours()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        foreach (var asked in new[] { Made, "铝合金锭" })
        {
            var detail = (await browser.PageAsync($"/chains/aluminium?product={Uri.EscapeDataString(asked)}")).QuerySelector("#product")!;
            Assert.Contains("重庆清溪铝锭有限公司", detail.TextContent, StringComparison.Ordinal);
            Assert.Contains("重庆小石压铸有限公司", detail.TextContent, StringComparison.Ordinal); // buys it
            Assert.NotNull(detail.QuerySelector("a[href^='/match?text=']"));
            Assert.NotNull(detail.QuerySelector("a[href='/chains/aluminium?product=recycled-aluminium#product']"));
        }

        var elsewhere = await browser.PageAsync("/chains/equipment?product=two-wheeler-pack");
        Assert.NotNull(elsewhere.QuerySelector("#product a[href^='/chains/energy?product=']"));
        Assert.NotEmpty(elsewhere.QuerySelectorAll(".lm-box-linked"));
        Assert.NotNull(elsewhere.QuerySelector(".lm-box[aria-current]"));
        Assert.Contains("没有这个产品", (await browser.PageAsync("/chains/aluminium?product=%E6%9C%88%E4%BA%AE")).Body!.TextContent, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_coefficient_stands_with_unit_and_source_on_page_interface_and_export()
    {
        using var browser = await world.BrowserAsync(world.Known.Manager);
        var detail = (await browser.PageAsync("/chains/aluminium?product=primary-aluminium")).QuerySelector("#product")!.TextContent;
        Assert.Contains("每 t 电解铝耗用：氧化铝 1.928 t", detail, StringComparison.Ordinal);
        Assert.Contains("《Environmental Profile Report》", detail, StringComparison.Ordinal);
        Assert.Contains("1080306020000000000", detail, StringComparison.Ordinal);

        using var api = await world.ApiAsync(world.Known.Manager);
        var product = (await api.GetFromJsonAsync<JsonElement>("/api/chains/aluminium?product=alumina")).GetProperty("product");
        var known = product.GetProperty("coefficients").EnumerateArray().ToList();
        var used = known.Single(c => c.GetProperty("to").GetString() == "primary-aluminium");
        Assert.Equal((1.928m, "t/t", false), (used.GetProperty("value").GetDecimal(), used.GetProperty("unit").GetString(), used.GetProperty("isYield").GetBoolean()));
        Assert.Equal("每 t 氧化铝产生：赤泥 1.2 t", known.Single(c => c.GetProperty("isYield").GetBoolean()).GetProperty("sentence").GetString());
        Assert.Contains("氧化铝 1.928 t/t（《Environmental Profile Report》", await ExportAsync(api), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_firm_learns_nothing_of_buyers_from_page_interface_export_or_order()
    {
        await RegisterBuyerAsync();
        using var browser = await world.BrowserAsync(world.Known.Manager);
        foreach (var address in new[] { "/chains/aluminium", $"/chains/aluminium?product={Bought}", $"/chains/aluminium?product={Wanted}", "/chains/aluminium?view=table&sort=-buyers", "/chains?query=%E9%93%9D" })
        {
            var text = (await browser.PageAsync(address)).Body!.TextContent;
            Assert.DoesNotContain("采购企业", text, StringComparison.Ordinal);
            Assert.DoesNotContain("购 1", text, StringComparison.Ordinal);
            Assert.DoesNotContain("有企业采购", text, StringComparison.Ordinal);
            Assert.DoesNotContain(OnlyBuys, text, StringComparison.Ordinal);
        }

        using var api = await world.ApiAsync(world.Known.Manager);
        var chain = await api.GetFromJsonAsync<JsonElement>($"/api/chains/aluminium?product={Bought}");
        Assert.False(chain.GetProperty("seesBuyers").GetBoolean());
        Assert.Empty(chain.GetProperty("wanted").EnumerateArray());
        Assert.DoesNotContain("\"buyers\":1", chain.GetRawText(), StringComparison.Ordinal);
        Assert.True(chain.GetProperty("product").TryGetProperty("buyers", out var buyers) is false || buyers.ValueKind == JsonValueKind.Null);

        // an order by buyers is the usual order
        Assert.Equal(await KeysAsync(api, ""), await KeysAsync(api, "&sort=buyers"));
        Assert.Equal(await KeysAsync(api, ""), await KeysAsync(api, "&sort=-buyers"));
        Assert.DoesNotContain(OnlyBuys, await ExportAsync(api), StringComparison.Ordinal);

        // the control: whoever may sees them on each of these ways
        using var officer = await world.ApiAsync(world.Known.Secretary);
        Assert.NotEqual(await KeysAsync(officer, ""), await KeysAsync(officer, "&sort=-buyers"));
        Assert.Contains(OnlyBuys, await ExportAsync(officer), StringComparison.Ordinal);
        Assert.Contains("\"buyers\":1", await officer.GetStringAsync("/api/chains/aluminium"), StringComparison.Ordinal);
        using var desk = await world.BrowserAsync(world.Known.Secretary);
        Assert.Contains("采购企业", (await desk.PageAsync("/chains/aluminium?view=table")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The check is inside: a caller that forgot to ask gets no rows.</summary>
    [WorldFact]
    public async Task Purchases_are_not_given_to_whoever_may_not_see_needs()
    {
        var manager = await world.ActorAsync(world.Known.Manager);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.AsAsync(manager, s => Task.FromResult(s.GetRequiredService<ProductRows>().BoughtForPrivateNeeds().Count())));
        var officer = await world.ActorAsync(world.Known.Officer);
        Assert.True(await world.AsAsync(officer, s => Task.FromResult(s.GetRequiredService<ProductRows>().BoughtForPrivateNeeds().Count())) >= 2);
    }

    [WorldFact]
    public async Task Counts_are_of_ones_own_districts()
    {
        using var own = await world.ApiAsync(world.Known.Secretary);
        using var city = await world.ApiAsync(world.Known.City);
        Assert.Equal(1, await MakersAsync(own));
        Assert.Equal(2, await MakersAsync(city)); // and the foreign firm
        var chains = await own.GetFromJsonAsync<JsonElement>("/api/chains");
        Assert.Equal(4, chains.GetProperty("total").GetInt32());
        var aluminium = chains.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("key").GetString() == "aluminium");
        Assert.Equal(aluminium.GetProperty("products").GetInt32(), aluminium.GetProperty("made").GetInt32() + aluminium.GetProperty("gaps").GetInt32());
        Assert.True(aluminium.GetProperty("firms").GetInt32() >= 3);
    }

    [WorldFact]
    public async Task A_firm_finds_itself_in_the_picture()
    {
        using var browser = await world.BrowserAsync(world.Known.Manager);
        Assert.Contains("本企业", Box(await browser.PageAsync("/chains/aluminium"), Made), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task The_table_filters_by_stage_and_gap_and_its_export_holds_all_names()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var alloying = await KeysAsync(api, "&stage=alloying");
        var gaps = await KeysAsync(api, "&stage=alloying&gaps=true");
        Assert.Contains(Made, alloying);
        Assert.DoesNotContain(Made, gaps);
        Assert.ProperSubset(alloying.ToHashSet(), gaps.ToHashSet());
        Assert.Contains("重庆清溪铝锭有限公司", await ExportAsync(api), StringComparison.Ordinal);
    }

    /// <summary>Another capability's counts show without the picture knowing it.</summary>
    [WorldFact]
    public async Task A_tally_of_another_capability_shows_in_box_and_detail()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var outcome = await world.AsAsync(actor, s =>
            ActivatorUtilities.CreateInstance<ShowChain>(s, (IEnumerable<ProductTally>)[new Tally()]).RunAsync(new() { Chain = "aluminium", Product = Made }));
        var view = outcome.Value!;
        Assert.Equal("/tally/alloy-ingot", Assert.Single(view.Product!.Tallies).Href);
        Assert.Equal([Made], view.Stages.SelectMany(s => s.Products).Where(p => p.Tallies.Count > 0).Select(p => p.Key));
    }

    private sealed class Tally : ProductTally
    {
        public override string Title => "供应信息";
        public override Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { [Made] = 3 });
        public override string HrefOf(Product product) => "/tally/" + product.Key;
    }

    /// <summary>A firm that makes nothing: its name can stand only among buyers.</summary>
    private async Task RegisterBuyerAsync()
        => Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = OnlyBuys, Buys = "氧化铝" })).IsDone);

    private static string Box(AngleSharp.Html.Dom.IHtmlDocument page, string product)
        => page.QuerySelector($".lm-box[href='/chains/aluminium?product={product}#product']")!.TextContent;

    private static async Task<int> MakersAsync(HttpClient api)
        => (await api.GetFromJsonAsync<JsonElement>($"/api/chains/aluminium?product={Made}")).GetProperty("product").GetProperty("makers").GetArrayLength();

    private static async Task<IReadOnlyList<string>> KeysAsync(HttpClient api, string more)
        => [.. (await api.GetFromJsonAsync<JsonElement>("/api/chain-products?chain=aluminium&pageSize=200" + more)).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("key").GetString()!)];

    private static async Task<string> ExportAsync(HttpClient api)
    {
        using var workbook = new ZipArchive(new MemoryStream(await api.GetByteArrayAsync("/api/chain-products/export.xlsx?chain=aluminium")));
        var text = "";
        foreach (var part in workbook.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}

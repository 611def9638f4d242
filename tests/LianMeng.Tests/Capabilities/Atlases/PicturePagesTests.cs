using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>The pictures of an atlas on their pages, in their interface and in their files.</summary>
public sealed partial class PicturePagesTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Known Known => world.Known;

    [WorldFact]
    public async Task Lanes_graph_table_and_product_say_the_same_and_lead_to_each_other()
    {
        var atlas = await world.PublishedAtlasAsync("图画试验");
        using var secretary = await world.BrowserAsync(Known.Secretary);
        var lanes = await secretary.PageAsync($"/atlases/{atlas}");
        Assert.Equal(8, lanes.QuerySelectorAll(".lm-lane").Length);
        var box = lanes.QuerySelector(".lm-box[href*='product=alloy-ingot#']")!;
        Assert.Contains("未知", box.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 家", box.TextContent, StringComparison.Ordinal);
        Assert.Contains("重庆清溪铝锭有限公司", (await secretary.PageAsync($"/atlases/{atlas}?product=铝合金锭")).QuerySelector("#product")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await secretary.PageAsync($"/atlases/{atlas}?query=lhjd")).QuerySelectorAll(".lm-box[href*='product=alloy-ingot']"));
        Assert.Contains("没有这个产品", (await secretary.PageAsync($"/atlases/{atlas}?product=月亮")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("alloy-ingot", (await secretary.PageAsync($"/atlases/{atlas}?stage=bauxite")).QuerySelector(".lm-lanes")!.InnerHtml, StringComparison.Ordinal);

        var graph = await secretary.PageAsync($"/atlases/{atlas}/graph");
        var nodes = graph.QuerySelectorAll("svg.lm-graph a.lm-node");
        Assert.Equal(lanes.QuerySelectorAll(".lm-box").Length, nodes.Length);
        var around = await secretary.PageAsync($"/atlases/{atlas}/graph?product=alloy-ingot&steps=1");
        Assert.InRange(around.QuerySelectorAll("a.lm-node").Length, 5, 40);
        Assert.Contains("健康度 未知，生产企业 1 家", around.QuerySelector("a.lm-node[href$='/products/alloy-ingot'] title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有名为“月亮”的产品", (await secretary.PageAsync($"/atlases/{atlas}/graph?product=月亮")).Body!.TextContent, StringComparison.Ordinal);

        var product = await secretary.PageAsync($"/atlases/{atlas}/products/primary-aluminium");
        Assert.Contains("每单位电解铝耗用 1.928 t/t（《Environmental Profile Report》", product.QuerySelector("#product")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(product.QuerySelector($"a[data-walk-to=up][accesskey=u][href='/atlases/{atlas}/products/alumina']"));
        Assert.Contains("采购企业", product.Body!.TextContent, StringComparison.Ordinal);
        var table = await secretary.PageAsync($"/atlases/{atlas}/products?pageSize=200&sort=product");
        Assert.Equal(nodes.Length, table.QuerySelectorAll("tbody tr").Length);

        // a file stands alone and is the same drawing; nothing to draw is said, not sent
        using var api = await world.ApiAsync(Known.Manager);
        var file = XDocument.Parse(await api.GetStringAsync($"/api/atlases/{atlas}/export.svg"));
        Assert.Equal(nodes.Length, file.Descendants().Count(e => e.Name.LocalName == "title" && e.Value.Contains("健康度", StringComparison.Ordinal)));
        Assert.DoesNotContain(file.Descendants(), e => e.Name.LocalName == "a");
        var json = await api.GetFromJsonAsync<JsonElement>($"/api/atlases/{atlas}/graph");
        Assert.Equal((nodes.Length, 510), (json.GetProperty("nodes").GetArrayLength(), json.GetProperty("links").GetArrayLength()));

        // a firm is led to its surroundings, and to nobody else's
        using var manager = await world.BrowserAsync(Known.Manager);
        Assert.NotNull((await manager.PageAsync($"/atlases/{atlas}")).QuerySelector($"a[href='/atlases/{atlas}/firms/{Known.Firm}']"));
        Assert.NotNull((await manager.PageAsync("/")).QuerySelector($"a[href$='/firms/{Known.Firm}']"));
        Assert.Null((await manager.PageAsync($"/atlases/{atlas}?issue=1")).QuerySelector("select[name=issue]")); // one issue is no choice
        Assert.Equal(2, (await secretary.PageAsync($"/atlases/{atlas}")).QuerySelectorAll("select[name=issue] option").Length); // and the draft
    }

    [WorldFact]
    public async Task A_lone_buyers_figures_are_in_no_picture_file_or_answer_and_whole_for_itself()
    {
        var atlas = await world.PublishedAtlasAsync("图画披露试验");
        await world.LineAsync(Known.Neighbour, new() { Role = ProductRole.Buys, Name = "预焙阳极", Quantity = 7654.321m, Unit = "吨", PriceLow = 8765.4m, Origin = ProductOrigin.Outside });
        await world.LineAsync(Known.Firm, new() { Role = ProductRole.Buys, Name = "预焙阳极", Quantity = 1, Unit = "吨", PriceLow = 1, Origin = ProductOrigin.Outside });
        await world.EnterAsync<DeclareSupplyLink, DeclareSupplyLink.Input, DeclareSupplyLink.Declared>(new() { Firm = "重庆小石压铸有限公司", Side = SupplySide.Buyer, Partner = "重庆清溪铝锭有限公司", Product = "铝合金锭", Quantity = 4321.987m, Unit = "吨", Value = 65_432_109 });
        // quantity, price, value in every rounding, the sum of the two, the link's own figures
        string[] canaries = ["7654", "7655", "0.77万", "8765", "6709", "0.67亿", "4321", "0.43万", "6543"];
        foreach (var person in new[] { Known.Secretary, Known.Manager })
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            foreach (var way in Ways(atlas))
            {
                using var answer = await (way.StartsWith("/api/", StringComparison.Ordinal) ? api : browser).GetAsync(way);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{way}: {(int)answer.StatusCode}");
                // coordinates of a drawing and fractions of a second are no figures
                var text = Drawn().Replace(Ids().Replace(await answer.TextAsync(), ""), "");
                Assert.All(canaries, canary => Assert.False(text.Contains(canary, StringComparison.Ordinal), $"{way} shows {canary} to {person.UserName}"));
            }
        }

        var neighbour = await world.ManagerOfAsync(2);
        using var own = await world.BrowserAsync(neighbour);
        var flows = (await own.PageAsync($"/atlases/{atlas}/flows?unit=吨&level=Products")).Body!.TextContent;
        Assert.Contains("预焙阳极", flows, StringComparison.Ordinal);
        Assert.Contains("分档", (await (await world.BrowserAsync(Known.Secretary)).PageAsync($"/atlases/{atlas}/flows?unit=吨&level=Products")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        // who deals with whom is known to the two and to the officers; the seller says so in every world
        var mine = await own.PageAsync($"/atlases/{atlas}/firms/{Known.Neighbour}");
        Assert.Contains("双方申报", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("重庆清溪铝锭有限公司", mine.QuerySelector("svg.lm-neighbours")!.TextContent, StringComparison.Ordinal);
        await own.PageAsync($"/atlases/{atlas}/firms/{Known.Firm}", HttpStatusCode.NotFound);
        using var officer = await world.ApiAsync(Known.Officer);
        Assert.Equal(HttpStatusCode.OK, await officer.StatusAsync($"/api/atlases/{atlas}/neighbourhood?organisation={Known.Neighbour}"));

        // the count of buyers, and an order by it, are needs too
        using var firm = await world.ApiAsync(neighbour);
        Assert.DoesNotContain("\"buyers\":2", await firm.GetStringAsync($"/api/atlases/{atlas}/products?query=预焙阳极"), StringComparison.Ordinal);
        Assert.Equal(await firm.GetStringAsync($"/api/atlases/{atlas}/products?sort=stage"), await firm.GetStringAsync($"/api/atlases/{atlas}/products?sort=-buyers"));
        Assert.Contains("\"buyers\":2", await officer.GetStringAsync($"/api/atlases/{atlas}/products?query=预焙阳极"), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task What_is_not_there_is_not_found_and_what_cannot_be_read_is_said()
    {
        var atlas = await world.PublishedAtlasAsync("图画错误试验");
        using var secretary = await world.ApiAsync(Known.Secretary);
        using var manager = await world.ApiAsync(Known.Manager);
        using var foreign = await world.ApiAsync(Known.ForeignSecretary);
        using var desk = await world.BrowserAsync(Known.Secretary);
        foreach (var way in Ways(atlas))
        {
            var nobody = way.Replace(atlas.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
            if (!way.StartsWith("/api/", StringComparison.Ordinal))
            {
                await desk.PageAsync(nobody, HttpStatusCode.NotFound);
                await desk.PageAsync(way.Replace(atlas.ToString(), "铝", StringComparison.Ordinal), HttpStatusCode.NotFound);
                continue;
            }

            Assert.Equal((way, HttpStatusCode.NotFound), (way, await foreign.StatusAsync(way)));
            Assert.Equal((way, HttpStatusCode.NotFound), (way, await secretary.StatusAsync(nobody)));
            // the draft is for those who keep it
            var draft = way + (way.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "issue=0";
            Assert.Equal((draft, HttpStatusCode.OK, HttpStatusCode.NotFound), (draft, await secretary.StatusAsync(draft), await manager.StatusAsync(draft)));
        }

        foreach (var (way, status) in new[]
        {
            ("/graph?steps=11", HttpStatusCode.UnprocessableEntity), ("/graph?steps=x", HttpStatusCode.UnprocessableEntity), ("/graph?links=9", HttpStatusCode.UnprocessableEntity), ("/graph?health=坏", HttpStatusCode.UnprocessableEntity),
            ("/graph?issue=-1", HttpStatusCode.UnprocessableEntity), ("/graph?issue=7", HttpStatusCode.NotFound), ($"/graph?query={new string('a', 101)}", HttpStatusCode.UnprocessableEntity),
            ("/export.svg?product=月亮", HttpStatusCode.UnprocessableEntity), ("/export.svg?steps=99", HttpStatusCode.UnprocessableEntity), ("/products/no-such-product", HttpStatusCode.NotFound), ("/products/%2F%3Cscript%3E", HttpStatusCode.NotFound),
            ("/flows?unit=光年", HttpStatusCode.OK), ("/flows?level=x", HttpStatusCode.UnprocessableEntity), ($"/neighbourhood?organisation={Known.ForeignFirm}", HttpStatusCode.NotFound), ("/neighbourhood", HttpStatusCode.NotFound),
            ("/neighbourhood?organisation=铝", HttpStatusCode.UnprocessableEntity),
        }) Assert.Equal((way, status), (way, await secretary.StatusAsync($"/api/atlases/{atlas}{way}")));
        await desk.PageAsync($"/atlases/{atlas}/graph?steps=11", HttpStatusCode.UnprocessableEntity);
        await desk.PageAsync($"/atlases/{atlas}/products/no-such-product", HttpStatusCode.NotFound);
        await desk.PageAsync($"/atlases/{atlas}/firms/{Known.ForeignFirm}", HttpStatusCode.NotFound);
    }

    private IEnumerable<string> Ways(Guid atlas)
    {
        foreach (var view in new[] { "lanes", "lanes?product=prebaked-anode", "graph", "flows", "flows?unit=吨&level=Products", "flows?unit=元&level=Products", "products?pageSize=200", "products/export.xlsx", "products/prebaked-anode", $"neighbourhood?organisation={Known.Firm}", "export.svg" })
            yield return $"/api/atlases/{atlas}/{view}";
        foreach (var page in new[] { "", "?product=prebaked-anode", "/graph", "/flows", "/flows?unit=吨&level=Products", "/flows?unit=元&level=Products", "/products?pageSize=200", "/products/prebaked-anode", $"/firms/{Known.Firm}" })
            yield return $"/atlases/{atlas}{page}";
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(" (?:d|x|y|width|height|viewBox|transform|cx|cy|data-ends|data-width|data-height)=\"[^\"]*\"|\"(?:row|rows|crossings|crossingsBefore)\":[0-9.]+|交叉 [0-9]+ → [0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?")]
    private static partial Regex Drawn();
}

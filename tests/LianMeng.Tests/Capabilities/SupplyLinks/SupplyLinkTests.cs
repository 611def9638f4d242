using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Capabilities.SupplyLinks.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.SupplyLinks;

/// <summary>Two firms, each of which says for itself whether one supplies the other; who sees it, a file, a merge.</summary>
public sealed class SupplyLinkTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly DateTime Now = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_state_and_the_figures_follow_from_what_the_two_say()
    {
        var (buyer, seller) = (new SupplySpeaker(SupplySide.Buyer, null, false), new SupplySpeaker(SupplySide.Seller, null, false));
        SupplyFigures hundred = new(100, "吨", 2_000_000, 2025);
        var link = SupplyLink.Declare(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "ＡＤＣ12 铝锭", hundred, buyer, Now);
        Assert.Equal((SupplyLinkState.ByBuyer, 100m, "adc12铝锭"), (link.State, link.Quantity, link.ProductKey));
        Assert.True(link.Deny(SupplySide.Seller, "不认识", Now));
        Assert.False(link.Deny(SupplySide.Buyer, null, Now)); // it says so itself
        Assert.Equal((SupplyLinkState.ByBuyer, SupplySide.Seller), (link.State, link.DeniedBy));
        Assert.True(link.Say(hundred with { Quantity = 90 }, seller, Now));
        Assert.Equal((SupplyLinkState.Differing, null, null, null), (link.State, link.Quantity, link.Value, link.DeniedBy));
        Assert.True(link.Say(new(100, "吨", null, null), seller, Now)); // what only one states contradicts nothing
        Assert.Equal((SupplyLinkState.ByBoth, 100m, 2_000_000m, 2025), (link.State, link.Quantity, link.Value, link.Year));
        Assert.False(link.Say(new(100, "吨", null, null), seller, Now));
        Assert.True(link.Withdraw(SupplySide.Buyer, Now));
        Assert.Equal((SupplyLinkState.BySeller, 100m, null), (link.State, link.Quantity, link.Value));
        Assert.True(link.Withdraw(SupplySide.Seller, Now) && !link.Withdraw(SupplySide.Seller, Now));
        Assert.Equal((SupplyLinkState.Withdrawn, null), (link.State, link.Quantity));
    }

    [WorldFact]
    public async Task One_declares_the_other_answers_and_nobody_else_sees_it()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        using var officer = await world.ApiAsync(world.Known.Officer);
        Guid id;
        using (var made = await manager.PostAsJsonAsync("/api/supply-links", new { side = "Buyer", partner = "重庆小石压铸有限公司", product = "压铸件回炉料", quantity = 300, unit = "吨", value = 4_100_000, year = 2025 }))
        {
            Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }

        foreach (var (body, expected) in new (object, string)[]
        {
            (new { side = "Buyer", partner = "小石压铸", product = "料" }, "是不是重庆小石压铸有限公司"),
            (new { side = "Buyer", partner = "重庆清溪铝锭有限公司", product = "料" }, "不能是申报企业自己"),
            (new { side = "Buyer", partner = "重庆小石压铸有限公司", product = "料", quantity = 3 }, "计量单位"),
        })
        {
            using var refused = await manager.PostAsJsonAsync("/api/supply-links", body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(expected, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // The other firm's purchasing clerk finds it in the work and states another figure; a colleague of a third firm sees nothing.
        var clerk = Speaker(Role.PurchasingClerk, world.Known.Neighbour);
        var waiting = (await world.AsAsync(clerk, s => s.GetRequiredService<ListSupplyLinks>().RunAsync(new() { Waiting = true }))).Value!;
        Assert.Contains(waiting.Items, l => l.Id == id && l.Value == 4_100_000);
        var board = (await world.AsAsync(clerk, s => s.GetRequiredService<LianMeng.Capabilities.Work.ShowWork>().RunAsync(new()))).Value!;
        Assert.Contains("申报向贵企业采购：压铸件回炉料", JsonSerializer.Serialize(board, Json.Options), StringComparison.Ordinal);
        var third = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆无码铝材厂").Select(o => o.Id).SingleAsync());
        var stranger = Speaker(Role.EnterpriseManager, third);
        Assert.Equal(OutcomeKind.NotFound, (await world.AsAsync(stranger, s => s.GetRequiredService<ShowSupplyLink>().RunAsync(new() { Id = id }))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await world.AsAsync(stranger, s => s.GetRequiredService<DenySupplyLink>().RunAsync(new() { Id = id }))).Kind);
        Assert.Empty((await world.AsAsync(stranger, s => s.GetRequiredService<ListSupplyLinks>().RunAsync(new()))).Value!.Items);

        Assert.True((await world.AsAsync(clerk, s => s.GetRequiredService<StateSupplyLink>().RunAsync(new() { Id = id, Quantity = 280, Unit = "吨" }))).IsDone);
        var told = await manager.GetStringAsync("/api/notices");
        Assert.Contains("卖方更新了供货关系", told, StringComparison.Ordinal);
        Assert.DoesNotContain("280", told.WithoutIds().Split("\"items\"")[1].Split("createdAt")[0], StringComparison.Ordinal);
        Assert.Equal("Differing", (await officer.GetFromJsonAsync<JsonElement>($"/api/supply-links/{id}")).GetProperty("state").GetString());
        Assert.Contains(await RowsAsync(), r => r.Id == id && r is { Quantity: null, Known: SupplyLinkKnowledge.ByBoth });
        using (var unnamed = await officer.PostAsJsonAsync($"/api/supply-links/{id}/confirm", new { })) Assert.Contains("代哪一方", await unnamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var settled = await officer.PostAsJsonAsync($"/api/supply-links/{id}/confirm", new { side = "Buyer" })) Assert.Equal(HttpStatusCode.OK, settled.StatusCode);
        var shown = await manager.GetFromJsonAsync<JsonElement>($"/api/supply-links/{id}");
        Assert.Equal(("ByBoth", 280m), (shown.GetProperty("state").GetString(), shown.GetProperty("figures").GetProperty("quantity").GetDecimal()));
        Assert.True(shown.GetProperty("statements").EnumerateArray().Single(s => s.GetProperty("side").GetString() == "Buyer").GetProperty("onBehalf").GetBoolean());
        Assert.Contains(await RowsAsync(), r => r.Id == id && r is { Quantity: 280, Unit: "吨", Value: null });
        var facts = await world.ReadAsync(db => db.Set<LianMeng.Shared.Ledger.LedgerEntry>().Where(e => e.Kind == nameof(SupplyLinkMoved)).Select(e => e.Json).ToListAsync());
        Assert.DoesNotContain(facts, json => json!.WithoutIds().Contains("4100000", StringComparison.Ordinal) || json!.WithoutIds().Contains("280", StringComparison.Ordinal));

        // Declared again by the other side it is the same link; taken back by both it is gone, and may come anew.
        Assert.Equal(id, (await world.AsAsync(clerk, s => s.GetRequiredService<DeclareSupplyLink>().RunAsync(new() { Side = SupplySide.Seller, Partner = "重庆清溪铝锭有限公司", Product = "压铸件 回炉料", Quantity = 280, Unit = "吨" }))).Value!.Id);
        Assert.True((await world.AsAsync(clerk, s => s.GetRequiredService<WithdrawSupplyLink>().RunAsync(new() { Id = id }))).IsDone);
        using (var gone = await manager.DeleteAsync($"/api/supply-links/{id}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.DoesNotContain(await RowsAsync(), r => r.Id == id);
        using (var anew = await manager.PostAsJsonAsync("/api/supply-links", new { side = "Buyer", partner = "重庆小石压铸有限公司", product = "压铸件回炉料" }))
            Assert.NotEqual(id, (await anew.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    [WorldFact]
    public async Task A_file_is_taken_in_once_a_page_shows_it_and_a_merge_takes_it_along()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        using var register = await officer.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,主营产品\n重庆链测甲铝业有限公司,{TestCodes.Uscc(701)},铝棒\n重庆链测乙铝业有限公司,{TestCodes.Uscc(702)},铝棒\n"), "名册.csv");
        register.EnsureSuccessStatusCode();
        const string file = "申报企业,申报企业是,对方企业,产品,年数量,单位,年金额(万元),年份\n重庆链测甲铝业有限公司,卖方,重庆清溪铝锭有限公司,链测铝棒,50吨,,80,2025\n重庆清溪铝锭有限公司,采购,重庆链测甲铝业有限公司,链测铝棒,50,吨,80,2025\n重庆链测甲铝业有限公司,卖方,重庆链测乙铝业有限公司,链测铝棒,5,吨,,\n重庆清溪铝锭有限公司,买方,重庆清溪铝锭有限公司,链测铝棒,,,,\n重庆清溪铝锭有限公司,中间商,没有这家,链测铝棒,,,,\n";
        Assert.Equal((2, 1, 0, 2), await ImportAsync(officer, file, commit: false));
        Assert.Equal((2, 1, 0, 2), await ImportAsync(officer, file, commit: true));
        Assert.Equal((0, 0, 3, 2), await ImportAsync(officer, file, commit: true));
        var link = Assert.Single((await officer.GetFromJsonAsync<JsonElement>("/api/supply-links?query=链测铝棒&state=ByBoth")).GetProperty("items").EnumerateArray());
        Assert.Equal((800_000m, 50m), (link.GetProperty("value").GetDecimal(), link.GetProperty("quantity").GetDecimal()));
        var page = await (await world.BrowserAsync(world.Known.Manager)).GetStringAsync($"/supply-links/{link.GetProperty("id").GetGuid()}");
        Assert.Contains("重庆链测甲铝业有限公司", page, StringComparison.Ordinal);
        Assert.Contains("代录", page, StringComparison.Ordinal);

        // 甲 and 乙 are one firm: the link between them goes, the other stays with the survivor.
        var ids = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name.StartsWith("重庆链测")).ToDictionaryAsync(o => o.Name[4], o => o.Id));
        using (var merged = await officer.PostAsJsonAsync($"/api/organisations/{ids['甲']}/merge", new { otherId = ids['乙'] }))
            Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
        var after = await world.ReadAsync(db => db.Set<SupplyLink>().Where(l => l.Product == "链测铝棒").Select(l => new { l.State, l.SellerId, l.BuyerId }).ToListAsync());
        Assert.Single(after, l => l.State == SupplyLinkState.Withdrawn);
        var kept = Assert.Single(after, l => l.State == SupplyLinkState.ByBoth);
        Assert.Equal((ids['甲'], world.Known.Firm), (kept.SellerId, kept.BuyerId));
    }

    private Actor Speaker(Role role, Guid firm) => Actor.Person(Guid.CreateVersion7(), "测试", [new(role, world.Known.Tongliang, null, firm)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);

    private Task<List<SupplyLinkRow>> RowsAsync()
        => world.AsAsync(Speaker(Role.Liaison, world.Known.Firm), async s => await s.GetRequiredService<SupplyLinkRows>().AllAsync(TestContext.Current.CancellationToken).ToListAsync());

    private static async Task<(int New, int Changed, int Same, int Rejected)> ImportAsync(HttpClient api, string file, bool commit)
    {
        using var answer = await api.UploadAsync($"/api/imports/supply-links?commit={(commit ? "true" : "false")}", Encoding.UTF8.GetBytes(file), "供货关系.csv");
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, report.ToString());
        return (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("same").GetInt32(), report.GetProperty("rejectedRows").GetInt32());
    }
}

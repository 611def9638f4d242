using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>A firm's products, papers, contacts and sites: who may keep them, who sees what, and what becomes of a name that is replaced.</summary>
public sealed class FirmDataTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Products_are_kept_line_by_line_and_purchases_are_seen_by_the_firm_and_its_officers_alone()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        using var officer = await world.ApiAsync(world.Known.Officer);
        var address = $"/api/organisations/{world.Known.Firm}/products";
        async Task<HttpResponseMessage> AddAsync(object line) => await manager.PostAsJsonAsync(address, line);

        using (var added = await AddAsync(new { role = "Buys", name = "金丝燕硅锭", quantity = 1200, unit = "吨", priceLow = 13750, origin = "Outside", place = "云南", leadDays = 12, freight = 480 })) Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using (var twice = await AddAsync(new { role = "Buys", name = "金丝燕硅锭" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using (var bare = await AddAsync(new { role = "Makes", name = "铝杆", quantity = 3 })) Assert.Contains("计量单位", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var foreign = await manager.PostAsJsonAsync($"/api/organisations/{world.Known.Neighbour}/products", new { role = "Makes", name = "铝杆" })) Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using (var waste = await AddAsync(new { role = "ByProduct", name = "铝灰渣", code = "HW49 321-024-48" })) Assert.Contains("不一致", await waste.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var waste = await AddAsync(new { role = "ByProduct", name = "铝灰渣", quantity = 60, unit = "吨", code = "321-024-48", income = 1.5 })) Assert.Equal(HttpStatusCode.Created, waste.StatusCode);

        var line = (await officer.GetFromJsonAsync<JsonElement>(address)).GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "金丝燕硅锭");
        Assert.Equal((13750m, "云南"), (line.GetProperty("priceLow").GetDecimal(), line.GetProperty("place").GetString()));
        Assert.Equal("Firm", line.GetProperty("from").GetProperty("source").GetString());
        var waste2 = (await officer.GetFromJsonAsync<JsonElement>(address)).GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "铝灰渣");
        Assert.Equal("HW48 321-024-48", waste2.GetProperty("code").GetString());

        // Another firm of the same district sees what is made, not what is bought nor any price; nor does the ledger say a price.
        var other = await manager.GetFromJsonAsync<JsonElement>($"/api/organisations/{world.Known.Neighbour}/products");
        Assert.False(other.GetProperty("seesPrivate").GetBoolean());
        Assert.All(other.GetProperty("lines").EnumerateArray(), l => Assert.NotEqual("Buys", l.GetProperty("role").GetString()));
        var id = line.GetProperty("id").GetGuid();
        using (var changed = await manager.PutAsJsonAsync($"{address}/{id}", new { name = "金丝燕硅锭", quantity = 900, unit = "吨", priceLow = 13333 })) Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var told = await world.ReadAsync(db => db.Set<LianMeng.Shared.Ledger.LedgerEntry>().Where(e => e.Kind == nameof(OrganisationLineChanged)).Select(e => e.Json).ToListAsync());
        Assert.DoesNotContain(told, json => Regex.IsMatch(json!.WithoutIds(), "13333|900"));

        // The quick way: the names in the form. What is known of a name that stays, stays.
        await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<EditOrganisation>(), new() { Id = world.Known.Firm, Name = "重庆清溪铝锭有限公司", Buys = "废铝；金丝燕硅锭；镁锭" });
        var kept = await world.ReadAsync(db => db.Set<OrganisationProduct>().SingleAsync(p => p.OrganisationId == world.Known.Firm && p.Name == "金丝燕硅锭"));
        Assert.Equal((900m, 1), (kept.Quantity, kept.Position));
        using (var gone = await manager.DeleteAsync($"{address}/{id}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
    }

    /// <summary>What is sold and whether it is goods: said by form and file, seen by those who may, given to calculations without the firms that await their code.</summary>
    [WorldFact]
    public async Task What_is_sold_and_what_is_goods_reaches_the_calculations_and_no_stranger()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var address = $"/api/organisations/{world.Known.Neighbour}/products";
        using (var wrong = await manager.PostAsJsonAsync($"/api/organisations/{world.Known.Firm}/products", new { role = "Buys", name = "鹭铝锭", sold = 3, unit = "吨", isGoods = true })) Assert.Contains("只有主营产品才填", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var officer = await world.ApiAsync(world.Known.Officer);
        var file = Encoding.UTF8.GetBytes("企业,类别,产品,年数量,计量单位,年销量已签,代码,作为产品出售\n重庆小石压铸有限公司,生产,鹭压铸件,20万件,,24万件,,\n重庆小石压铸有限公司,副产品,鹭边角料,60,吨,,,是\n重庆小石压铸有限公司,副产品,鹭铝灰,9,吨,,HW48 321-024-48,大概\n重庆无码铝材厂,生产,鹭型材,9,吨,,,\n");
        using (var taken = await officer.UploadAsync("/api/imports/products?commit=true", file, "产品.csv")) Assert.Equal(1, (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rejectedRows").GetInt32());
        var shown = (await officer.GetFromJsonAsync<JsonElement>(address)).GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("name").GetString()!);
        Assert.Equal(24m, shown["鹭压铸件"].GetProperty("sold").GetDecimal()); // more than the capacity: a full order book
        var strange = (await manager.GetFromJsonAsync<JsonElement>(address)).GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "鹭压铸件");
        Assert.Equal(JsonValueKind.Null, strange.GetProperty("sold").ValueKind);
        var browser = await world.BrowserAsync(world.Known.Officer);
        Assert.Contains("selected", (await browser.GetStringAsync($"/organisations/{world.Known.Neighbour}/products/{shown["鹭边角料"].GetProperty("id").GetGuid()}")).Split("name=\"isGoods\"")[1].Split("</select>")[0], StringComparison.Ordinal);

        var lines = await world.AsAsync(await world.ActorAsync(world.Known.Secretary), async s => await s.GetRequiredService<LianMeng.Capabilities.Organisations.Public.FirmLines>().AllAsync(default).ToListAsync());
        Assert.Contains(lines, l => l is { Name: "鹭压铸件", Quantity: 20, Sold: 24, Unit: "万件" } && l.OrganisationId == world.Known.Neighbour && l.AsOf > world.Clock.GetUtcNow().UtcDateTime.AddHours(-1));
        Assert.Contains(lines, l => l is { Name: "鹭边角料", IsGoods: true });
        Assert.DoesNotContain(lines, l => l.Name is "鹭型材" || l.OrganisationId == world.Known.ForeignFirm);
    }

    [Fact]
    public void Ten_thousand_products_on_one_firm_are_refused_in_words()
    {
        var now = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        var firm = Organisation.Register(new() { Name = "某公司" }, DataSource.Form, now);
        for (var i = 0; i < Organisation.MostProducts; i++) firm.AddProduct(ProductRole.Makes, new() { Name = $"产品{i}" }, new(DataSource.Form, now));
        Assert.Contains("最多登记 500 项主营产品", firm.WhyNotProduct(ProductRole.Makes, "又一个"), StringComparison.Ordinal);
        Assert.Null(firm.WhyNotProduct(ProductRole.Buys, "又一个"));
        var (details, errors) = new OrganisationForm { Name = "某公司", Makes = string.Join('；', Enumerable.Range(0, 10_000).Select(i => i)) }.Check(null!);
        Assert.Null(details);
        Assert.Contains("列了 10000 项", errors["makes"][0], StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Qualifications_contacts_and_sites_are_kept_and_telephones_stay_sealed()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var firm = $"/api/organisations/{world.Known.Firm}";
        async Task<Guid> PutAsync(string path, object line)
        {
            using var answer = await manager.PutAsJsonAsync($"{firm}/{path}", line);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<Guid>();
        }

        var paper = await PutAsync("qualifications", new { name = "专精特新中小企业", number = "CQ-2023-1", issuer = "市经济信息委", validUntil = "2020-01-01" });
        var contact = await PutAsync("contacts", new { name = "苗采购", purpose = "Purchasing", telephone = "13883007777" });
        await PutAsync("sites", new { name = "二厂", kind = "Production", address = "蒲吕大道9号", regionCode = "500151", capacity = "年产铝棒 2 万吨" });
        var view = await manager.GetFromJsonAsync<JsonElement>(firm);
        Assert.Equal("Expired", view.GetProperty("certificates").EnumerateArray().Single(c => c.GetProperty("id").GetGuid() == paper).GetProperty("state").GetString());
        Assert.Equal("138****7777", view.GetProperty("private").GetProperty("contacts").EnumerateArray().Single(c => c.GetProperty("id").GetGuid() == contact).GetProperty("telephone").GetString());
        Assert.Equal("何经理", view.GetProperty("private").GetProperty("contactName").GetString());

        using var officer = await world.ApiAsync(world.Known.Officer);
        Assert.Equal(1, (await officer.GetFromJsonAsync<JsonElement>("/api/organisations?query=13883007777")).GetProperty("total").GetInt32());
        using (var shown = await officer.PostAsJsonAsync($"{firm}/telephone", new { contactId = contact })) Assert.Contains("13883007777", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var masked = await manager.PutAsJsonAsync($"{firm}/contacts", new { lineId = contact, name = "苗采购", purpose = "Head", telephone = "138****7777" })) Assert.Equal(HttpStatusCode.OK, masked.StatusCode);
        using (var shown = await officer.PostAsJsonAsync($"{firm}/telephone", new { contactId = contact })) Assert.Contains("13883007777", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var gone = await manager.DeleteAsync($"{firm}/lines/{paper}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        var page = await (await world.BrowserAsync(world.Known.Officer)).GetStringAsync($"/organisations/{world.Known.Firm}");
        Assert.Contains("蒲吕大道9号", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13883007777", page, StringComparison.Ordinal);

        // What a file's row would be sent back for, a form does not take either.
        using (var refused = await manager.PutAsJsonAsync($"{firm}/contacts", new { name = "甘采购", telephone = "打我手机" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var refused = await manager.PutAsJsonAsync($"{firm}/qualifications", new { name = "创新型中小企业", validUntil = "0001-01-01" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        var browser = await world.BrowserAsync(world.Known.Manager);
        using (var own = await browser.GetAsync("/organisations/own")) Assert.EndsWith($"/organisations/{world.Known.Firm}", own.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await browser.PageAsync($"/organisations/{world.Known.Neighbour}/edit", HttpStatusCode.Forbidden);
    }

    /// <summary>A corrected code, a new name: history keeps the old ones, and they are still found, in the search and in a file.</summary>
    [WorldFact]
    public async Task A_firm_asks_for_another_name_and_code_and_the_old_ones_still_find_it()
    {
        var manager = world.Known.Manager;
        var direct = await world.RunAsync(manager, s => s.GetRequiredService<EditOrganisation>(), new() { Id = world.Known.Firm, Name = "重庆清溪铝业集团有限公司" });
        Assert.Equal("name", Assert.Single(direct.Errors).Key);
        Assert.True((await world.RunAsync(manager, s => s.GetRequiredService<EditOrganisation>(), new() { Id = world.Known.Firm, Name = "重庆清溪铝锭有限公司", Park = "自己改的园区" })).IsDone);

        RequestChange.Input wish = new() { Id = world.Known.Firm, Name = "重庆清溪铝业集团有限公司", Uscc = TestCodes.Uscc(501), Reason = "更名" };
        var asked = await world.RunAsync(manager, s => s.GetRequiredService<RequestChange>(), wish);
        Assert.True(asked.IsDone, asked.Message);
        Assert.Equal(OutcomeKind.Refused, (await world.RunAsync(manager, s => s.GetRequiredService<RequestChange>(), wish)).Kind);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == world.Known.Secretary.Id && n.SubjectId == asked.Value)));
        Assert.Equal(OutcomeKind.NotFound, (await world.RunAsync(world.Known.ForeignSecretary, s => s.GetRequiredService<DecideChangeRequest>(), new() { Id = asked.Value, Approve = true })).Kind);
        Assert.Equal("answer", Assert.Single((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<DecideChangeRequest>(), new() { Id = asked.Value })).Errors).Key);
        Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<DecideChangeRequest>(), new() { Id = asked.Value, Approve = true })).IsDone);
        Assert.Equal(OutcomeKind.Refused, (await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<DecideChangeRequest>(), new() { Id = asked.Value, Approve = false, Answer = "晚了" })).Kind);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == manager.Id && n.DedupKey == $"change-decided:{asked.Value}")));

        using var api = await world.ApiAsync(world.Known.Secretary);
        foreach (var word in new[] { "清溪铝锭", TestCodes.Uscc(1), "清溪铝业集团" })
            Assert.Equal(world.Known.Firm, Assert.Single((await api.GetFromJsonAsync<JsonElement>($"/api/organisations?query={word}")).GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());

        var old = Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,地址\n重庆清溪铝锭有限公司,{TestCodes.Uscc(1)},旧名册里的地址\n");
        using var answer = await api.UploadAsync("/api/imports/enterprises?commit=true", old, "旧名册.csv");
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((0, 1), (report.GetProperty("new").GetInt32(), report.GetProperty("changed").GetInt32()));
        var firm = await world.ReadAsync(db => db.Set<Organisation>().SingleAsync(o => o.Id == world.Known.Firm));
        Assert.Equal(("重庆清溪铝业集团有限公司", TestCodes.Uscc(501), "旧名册里的地址"), (firm.Name, firm.Uscc, firm.Address));
    }

    [Fact]
    public void Each_detail_says_where_it_comes_from_and_how_old_it_is()
    {
        DateTime Day(int month) => new(2026, month, 1, 0, 0, 0, DateTimeKind.Utc);
        var by = Guid.CreateVersion7();
        var firm = Organisation.Register(new() { Name = "某公司", Address = "甲路1号", Staff = 30 }, DataSource.Roster, Day(1));
        firm.Change(new() { Name = "某公司", Address = "乙路2号", Staff = 30, IsWhole = true }, DataSource.Firm, Day(3), by);
        var origins = FieldOrigins.Parse(firm.Origins);
        Assert.Equal(new Origin(DataSource.Firm, Day(3), by), origins[OrganisationField.Address]);
        Assert.Equal(new Origin(DataSource.Roster, Day(1)), origins[OrganisationField.Staff]); // shown in the form, touched by nobody
        Assert.Equal(Day(1), firm.OldestAt);
        firm.Change(new() { Name = "某公司", Staff = 31, Address = "乙路2号" }, DataSource.Roster, Day(5));
        Assert.Equal(DataSource.Roster, FieldOrigins.Parse(firm.Origins)[OrganisationField.Address]!.Source); // the roster states it anew
        firm.Change(new() { Name = "某公司", IsWhole = true }, DataSource.Form, Day(6));
        Assert.Null(FieldOrigins.Parse(firm.Origins)[OrganisationField.Address]);
        firm.Confirm(by, Day(9));
        Assert.Equal((Day(9), Day(9)), (firm.OldestAt, firm.AsOf(FieldOrigins.Parse(firm.Origins)[OrganisationField.Name]!)));
    }
}

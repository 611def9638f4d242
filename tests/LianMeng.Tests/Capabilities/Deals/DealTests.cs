using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.ByProductUses;
using LianMeng.Capabilities.Deals;
using LianMeng.Capabilities.Deals.Funnel;
using LianMeng.Capabilities.Deals.Substitutions;
using LianMeng.Capabilities.Files;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Work;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Deals;

/// <summary>Two firms and a secretary: from a meeting to a payment, who may say it, who may read it, and what it comes to.</summary>
public sealed class DealTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Neighbour = "重庆小石压铸有限公司";

    /// <summary>Amounts, a price and words that only the two firms and their officers may read.</summary>
    private static readonly string[] Secrets = ["8642975", "8,642,975", "864.3", "7311.5", "7,311.5", "4317586", "4,317,586", "暗号按月结", "暗号合同书"];

    [WorldFact]
    public async Task From_the_meeting_to_the_payment_by_both_and_read_by_nobody_else()
    {
        var colleague = await NeighbourAsync("deal-way");
        using var seller = await world.ApiAsync(world.Known.Manager);
        using var buyer = await world.ApiAsync(colleague);
        using var secretary = await world.ApiAsync(world.Known.Secretary);

        // Out of an introduction that both agreed to; of one that only one side wants there is no deal.
        var introduction = (await seller.CreateAsync("/api/introductions", new { partner = Neighbour, side = "Seller", product = "合作铝棒", contactName = "何合作", contactPhone = "13900007733" })).GetProperty("id").GetGuid();
        await RefusedAsync(seller, "/api/deals", new { introductionId = introduction, product = "合作铝棒" }, HttpStatusCode.Conflict, "双方同意");
        await DoneAsync(buyer, $"/api/introductions/{introduction}/consent", new { contactName = "石合作", contactPhone = "13900007744" });
        var id = (await seller.CreateAsync("/api/deals", new { introductionId = introduction, product = "合作铝棒", quantity = 300, unit = "吨", price = 7311.5m, moreProducts = "铝杆，5，吨，7400\n铝线" })).GetProperty("id").GetGuid();
        await RefusedAsync(buyer, "/api/deals", new { introductionId = introduction, product = "合作铝棒" }, HttpStatusCode.Conflict, "已登记为合作");
        Assert.Equal("Deal", (await seller.GetFromJsonAsync<JsonElement>($"/api/introductions/{introduction}")).GetProperty("stage").GetString());
        Assert.Contains("等贵企业确认", await BoardAsync(await world.ActorAsync(colleague)), StringComparison.Ordinal);

        // Who cannot confirm: the side that stated it, officers, administrators, the console, a third firm, another district, whoever is at both firms.
        await RefusedAsync(seller, $"/api/deals/{id}/confirm", new { stage = "Met" }, HttpStatusCode.Conflict, "由对方确认");
        await RefusedAsync(secretary, $"/api/deals/{id}/confirm", new { stage = "Met", side = "Buyer" }, HttpStatusCode.Forbidden, "权限");
        foreach (var (actor, kind, words) in new (Actor, OutcomeKind, string)[]
        {
            (await world.ActorAsync(world.Known.Admin), OutcomeKind.Denied, "权限"),
            (Actor.Console([world.Known.Tongliang], world.Known.Tongliang), OutcomeKind.Refused, "不能替企业确认"),
            (await ThirdAsync(), OutcomeKind.NotFound, ""),
            (await world.ActorAsync(world.Known.ForeignManager), OutcomeKind.NotFound, ""),
            (Speaker(world.Known.Neighbour, Role.Liaison), OutcomeKind.Denied, "权限"),
            (Speaker(world.Known.Neighbour, Role.EnterpriseManager, (Role.PurchasingClerk, world.Known.Firm)), OutcomeKind.Refused, "买卖双方都有任职"),
            (Speaker(world.Known.Neighbour, Role.EnterpriseManager, user: world.Known.Manager.Id), OutcomeKind.Refused, "同一个人"),
        })
        {
            var refused = await ConfirmAsync(actor, id, DealStage.Met);
            Assert.Equal(kind, refused.Kind);
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }

        await DoneAsync(buyer, $"/api/deals/{id}/confirm", new { stage = "Met" });
        await RefusedAsync(buyer, $"/api/deals/{id}/confirm", new { stage = "Met" }, HttpStatusCode.Conflict, "已经双方确认");
        await RefusedAsync(seller, $"/api/deals/{id}/steps", new { stage = "Paid", amount = 1 }, HttpStatusCode.Conflict, "还没有“已交付”");
        await RefusedAsync(seller, $"/api/deals/{id}/steps", new { stage = "Contract", happenedOn = "2999-01-01" }, HttpStatusCode.UnprocessableEntity, "不能晚于今天");
        await RefusedAsync(secretary, $"/api/deals/{id}/steps", new { stage = "Contract" }, HttpStatusCode.UnprocessableEntity, "代哪一方");

        // The secretary writes it down for the buyer: declared. The seller says another amount: in no figure. They agree: it counts.
        await DoneAsync(secretary, $"/api/deals/{id}/steps", new { stage = "Contract", side = "Buyer", amount = 8_642_975m, note = "暗号按月结" });
        await DoneAsync(seller, $"/api/deals/{id}/steps", new { stage = "Contract", amount = 8_600_000m });
        Assert.Equal((0, 1), (await CountedAsync(id, "partnership=true"), await CountedAsync(id, "differing=true")));
        await DoneAsync(seller, $"/api/deals/{id}/confirm", new { stage = "Contract" });
        Assert.Equal("Declared", StepOf(await ShownAsync(seller, id), "Contract").GetProperty("state").GetString());
        await DoneAsync(buyer, $"/api/deals/{id}/confirm", new { stage = "Contract" });
        Assert.Equal(1, await CountedAsync(id, "partnership=true"));
        await DoneAsync(seller, $"/api/deals/{id}/steps", new { stage = "Delivered", amount = 4_317_586m });
        await DoneAsync(buyer, $"/api/deals/{id}/confirm", new { stage = "Delivered" });
        var row = Assert.Single(await ListAsync(world.Known.Secretary, "reached=Delivered"), d => d.GetProperty("id").GetGuid() == id);
        Assert.Equal((8_642_975m, 4_317_586m, JsonValueKind.Null), (row.GetProperty("contract").GetDecimal(), row.GetProperty("delivered").GetDecimal(), row.GetProperty("paid").ValueKind)); // each its own stage
        var partner = Assert.Single((await secretary.GetFromJsonAsync<JsonElement>($"/api/partnerships?organisationId={world.Known.Neighbour}")).GetProperty("items").EnumerateArray());
        Assert.Equal((8_642_975m, 4_317_586m), (partner.GetProperty("contract").GetDecimal(), partner.GetProperty("delivered").GetDecimal()));

        // A dispute takes it out; only who objected settles it.
        await DoneAsync(buyer, $"/api/deals/{id}/dispute", new { reason = "暗号合同书少一页" });
        Assert.Equal((0, 0), (await CountedAsync(id, "partnership=true"), await CountedAsync(id, "reached=Contract")));
        await RefusedAsync(seller, $"/api/deals/{id}/settle", new { how = "好了" }, HttpStatusCode.Conflict, "由买方了结");
        await DoneAsync(buyer, $"/api/deals/{id}/settle", new { how = "补上了" });

        // A paper: for the two firms alone, not even for the secretary.
        using (var attached = await seller.UploadAsync("/api/files", Encoding.UTF8.GetBytes("暗号合同书"), "合同.txt", fields: new Dictionary<string, string> { ["kind"] = "deal", ["subjectId"] = id.ToString() })) Assert.True(attached.IsSuccessStatusCode, await attached.Content.ReadAsStringAsync());
        var file = await world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.SubjectId == id).Select(f => f.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync($"/api/files/{file}/content")).StatusCode);
        foreach (var other in new[] { secretary, await world.ApiAsync(world.Known.City), await world.ApiAsync(world.Known.ForeignManager) })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/files/{file}/content")).StatusCode);

        await NothingSeenAsync(id);
        using (var browser = await world.BrowserAsync(world.Known.Manager))
        {
            var page = await browser.GetStringAsync($"/deals/{id}");
            Assert.Contains("8642975", page, StringComparison.Ordinal);
            Assert.Contains("合同.txt", page, StringComparison.Ordinal);
        }
    }

    [WorldFact]
    public async Task Two_who_confirm_at_once_confirm_it_once_and_a_double_submit_is_one()
    {
        var id = await OpenAsync("同时确认铝锭");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ConfirmAsync(Speaker(world.Known.Neighbour), id, DealStage.Met)));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.True(o.Kind is OutcomeKind.Refused or OutcomeKind.Conflict, o.Kind.ToString()));
        var seller = Speaker(world.Known.Firm);
        var twice = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.AsAsync(seller, s => s.GetRequiredService<StateDealStep>().RunAsync(new() { Id = id, Stage = DealStage.Contract, Amount = 5 }, "deal-twice"))));
        Assert.All(twice, o => Assert.True(o.IsDone, o.Message));
        Assert.Equal((1, 1), await world.ReadAsync(async db => (await db.Set<DealStep>().CountAsync(s => s.DealId == id && s.Stage == DealStage.Contract),
            await db.Set<LedgerSubject>().Where(s => s.EntityId == id).Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (s, e) => e.Json).CountAsync(j => j!.Contains("\"Confirmed\"") && j.Contains("\"Met\"") && j.Contains("\"action\":\"Confirmed\"")))));
    }

    [WorldFact]
    public async Task The_funnel_counts_what_is_there_and_every_number_opens_as_many()
    {
        var colleague = await NeighbourAsync("deal-funnel");
        using var firm = await world.ApiAsync(world.Known.Manager);
        using var neighbour = await world.ApiAsync(colleague);
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        for (var i = 0; i < 4; i++)
        {
            var led = (await firm.CreateAsync("/api/introductions", new { partner = Neighbour, side = "Seller", product = $"漏斗料{i}", contactName = "何漏斗", contactPhone = "13900007733" })).GetProperty("id").GetGuid();
            if (i == 0) continue;
            await DoneAsync(neighbour, $"/api/introductions/{led}/consent", new { contactName = "石漏斗", contactPhone = "13900007744" });
            if (i == 1) continue;
            var deal = (await firm.CreateAsync("/api/deals", new { introductionId = led, product = $"漏斗料{i}" })).GetProperty("id").GetGuid();
            await DoneAsync(neighbour, $"/api/deals/{deal}/confirm", new { stage = "Met" });
            if (i == 2) continue;
            await DoneAsync(firm, $"/api/deals/{deal}/steps", new { stage = "Contract" });
            await DoneAsync(neighbour, $"/api/deals/{deal}/confirm", new { stage = "Contract" });
        }

        var own = await OpenAsync("漏斗自谈料");
        Assert.True((await ConfirmAsync(Speaker(world.Known.Neighbour), own, DealStage.Met)).IsDone);

        var tongliang = world.Known.Tongliang;
        var (listings, introductions, deals) = await world.ReadAsync(async db => (
            await db.Set<Listing>().CountAsync(l => l.DistrictId == tongliang && l.State != ListingState.Draft),
            await db.Set<Introduction>().Where(i => i.DistrictId == tongliang).ToListAsync(),
            await db.Set<Deal>().Where(d => d.DistrictId == tongliang && d.Condition != DealCondition.Disputed && d.Condition != DealCondition.Void).ToListAsync()));
        int Led(DealStage stage) => deals.Count(d => d.IntroductionId is not null && d.Reached >= (int)stage);
        int Own(DealStage stage) => deals.Count(d => d.IntroductionId is null && d.Reached >= (int)stage);
        (string Step, int Count, int? Own)[] counted =
        [
            ("Posted", listings, null), ("Suggested", introductions.Count, null), ("Offered", introductions.Count(i => i.OfferedAt is not null), null), ("Consented", introductions.Count(i => i.ConsentedAt is not null), null),
            ("Talking", introductions.Count(i => i.TalkingAt is not null || i.DealAt is not null), null), ("Met", Led(DealStage.Met), Own(DealStage.Met)), ("Contract", Led(DealStage.Contract), Own(DealStage.Contract)),
            ("Delivered", Led(DealStage.Delivered), Own(DealStage.Delivered)), ("Paid", Led(DealStage.Paid), Own(DealStage.Paid)),
        ];
        Assert.True(counted[5].Count >= 2 && counted[6].Count >= 1 && counted[5].Own >= 1 && counted[2].Count > counted[3].Count, JsonSerializer.Serialize(counted.Select(c => $"{c.Step} {c.Count} {c.Own}"), Json.Options));
        var steps = (await secretary.GetFromJsonAsync<JsonElement>("/api/funnel")).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(counted, steps.Select(s => (s.GetProperty("kind").GetString()!, s.GetProperty("count").GetInt32(), s.GetProperty("own").ValueKind == JsonValueKind.Null ? (int?)null : s.GetProperty("own").GetInt32())));
        Assert.Equal((double)counted[6].Count / counted[5].Count, steps[6].GetProperty("conversion").GetDouble(), 6);
        Assert.Equal(0, steps[6].GetProperty("medianDays").GetDouble());

        // Every link of the page opens exactly so many; so does each alliance's.
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/funnel");
        var links = page.QuerySelectorAll("td a[href^='/funnel/records']").Select(a => (Href: a.GetAttribute("href")!, Count: a.TextContent.Trim())).ToList();
        Assert.Equal(13, links.Count);
        foreach (var (href, count) in links)
        {
            var records = await secretary.GetFromJsonAsync<JsonElement>("/api" + href);
            Assert.Equal(count, records.GetProperty("total").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var nobody = (await secretary.GetFromJsonAsync<JsonElement>($"/api/funnel?allianceId={Guid.CreateVersion7()}")).GetProperty("steps").EnumerateArray();
        Assert.All(nobody, s => Assert.Equal(0, s.GetProperty("count").GetInt32()));
        Assert.Equal(HttpStatusCode.Forbidden, (await firm.GetAsync("/api/funnel")).StatusCode);
    }

    [WorldFact]
    public async Task A_firm_counts_once_among_partners_and_time_ends_it()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        using (var register = await officer.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,主营产品\n重庆伴测甲铝业有限公司,{TestCodes.Uscc(801)},铝棒\n重庆伴测乙铝业有限公司,{TestCodes.Uscc(802)},铝棒\n重庆伴测丙铝业有限公司,{TestCodes.Uscc(803)},铝棒\n"), "名册.csv")) register.EnsureSuccessStatusCode();
        var ids = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name.StartsWith("重庆伴测")).ToDictionaryAsync(o => o.Name[4], o => o.Id));
        var before = await CountAsync();
        // 甲 sells to 乙 twice and buys from it once; 丙 sells to 甲: three firms, two pairs, four deals.
        foreach (var (seller, buyer, days) in new[] { ('甲', '乙', 10), ('甲', '乙', 20), ('乙', '甲', 30), ('丙', '甲', 40) }) await ContractAsync(ids[seller], ids[buyer], days);
        await ContractAsync(ids['乙'], ids['丙'], 800); // older than 24 months
        var after = await CountAsync();
        Assert.Equal((3, 2, 4), (after.Firms - before.Firms, after.Pairs - before.Pairs, after.Deals - before.Deals));
        Assert.Equal(after.Firms, (await officer.GetFromJsonAsync<JsonElement>("/api/partnerships/firms")).GetProperty("total").GetInt32());
        Assert.Equal(after.Pairs, (await officer.GetFromJsonAsync<JsonElement>("/api/partnerships")).GetProperty("total").GetInt32());
        Assert.Equal(after.Deals, (await officer.GetFromJsonAsync<JsonElement>("/api/deals?partnership=true")).GetProperty("total").GetInt32());
        Assert.Equal(3, (await officer.GetFromJsonAsync<JsonElement>($"/api/deals?partnership=true&organisationId={ids['乙']}&partnerId={ids['甲']}")).GetProperty("total").GetInt32());
        var seen = (await world.AsAsync(Speaker(ids['丙']), s => s.GetRequiredService<ShowPartnerships>().RunAsync(new()))).Value!;
        Assert.Equal((2, 1, 1), (seen.Firms, seen.Pairs, seen.Deals)); // only its own

        // The first follow-up is due since the contract is more than 30 days old; answered it waits for nobody.
        var due = Assert.Single((await world.AsAsync(Speaker(ids['丙']), s => s.GetRequiredService<ListDeals>().RunAsync(new() { FollowUp = true, PartnerId = ids['甲'] }))).Value!.Items);
        Assert.Contains("合作怎样了", await BoardAsync(Speaker(ids['丙'])), StringComparison.Ordinal);
        Assert.Contains("回访到期", await BoardAsync(await world.ActorAsync(world.Known.Secretary)), StringComparison.Ordinal);
        Assert.True((await world.AsAsync(Speaker(ids['甲']), s => s.GetRequiredService<AnswerFollowUp>().RunAsync(new() { Id = due.Id, Number = 1, Outcome = FollowUpOutcome.Continuing }))).IsDone);
        Assert.Equal(OutcomeKind.Refused, (await world.AsAsync(Speaker(ids['丙']), s => s.GetRequiredService<AnswerFollowUp>().RunAsync(new() { Id = due.Id, Number = 1, Outcome = FollowUpOutcome.Ended }))).Kind);

        // 甲 and 乙 turn out to be one: what was between them is void, 丙's deals stay.
        using (var merged = await officer.PostAsJsonAsync($"/api/organisations/{ids['甲']}/merge", new { otherId = ids['乙'] })) Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());
        var left = await world.ReadAsync(db => db.Set<Deal>().Where(d => d.Title == "伴测铝棒").ToListAsync());
        Assert.Equal(3, left.Count(d => d.Condition == DealCondition.Void));
        Assert.All(left.Where(d => d.Condition != DealCondition.Void), d => Assert.Equal(ids.Values.Order().Where(i => i != ids['乙']), new[] { d.SellerId, d.BuyerId }.Order()));
        var whole = await CountAsync();
        Assert.Equal((2, 1, 1), (whole.Firms - before.Firms, whole.Pairs - before.Pairs, whole.Deals - before.Deals));

        async Task<(int Firms, int Pairs, int Deals)> CountAsync()
        {
            var count = await officer.GetFromJsonAsync<JsonElement>("/api/partnerships/count");
            return (count.GetProperty("firms").GetInt32(), count.GetProperty("pairs").GetInt32(), count.GetProperty("deals").GetInt32());
        }
    }

    [WorldFact]
    public async Task A_hazardous_by_product_needs_a_permit_and_a_saving_needs_both()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        using var seller = await world.ApiAsync(world.Known.Manager);
        var line = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Firm).SelectMany(o => o.Products).Where(p => p.Role == ProductRole.ByProduct).Select(p => new { p.Id, p.Name }).FirstAsync());
        using (var coded = await officer.PutAsJsonAsync($"/api/organisations/{world.Known.Firm}/products/{line.Id}", new { role = "ByProduct", name = line.Name, code = "321-024-48", quantity = 30, unit = "吨" })) Assert.True(coded.IsSuccessStatusCode, await coded.Content.ReadAsStringAsync());
        var use = (await world.AsAsync(Actor.Console([world.Known.Tongliang], world.Known.Tongliang), s => s.GetRequiredService<StateByProductUse>().RunAsync(new() { Firm = Neighbour, Products = "铝灰", Capacity = 50 }))).Value!.Id;
        var id = await OpenAsync("铝灰合作");
        await RefusedAsync(seller, $"/api/deals/{id}/by-product", new { streamId = line.Id, useId = use }, HttpStatusCode.Conflict, "没有该代码的许可");
        using (var right = await officer.PostAsJsonAsync($"/api/by-product-uses/{use}/rights", new { basis = "Permit", code = "321-024-48", evidence = "测试许可1号" })) Assert.True(right.IsSuccessStatusCode, await right.Content.ReadAsStringAsync());
        await RefusedAsync(seller, $"/api/deals/{id}/by-product", new { streamId = line.Id }, HttpStatusCode.Conflict, "没有该代码的许可"); // without a use there is no permit
        await DoneAsync(seller, $"/api/deals/{id}/by-product", new { streamId = line.Id, useId = use });
        Assert.Equal("321-024-48", (await ShownAsync(seller, id)).GetProperty("stream").GetProperty("code").GetString());
        var given = await world.ReadAsync(db => db.Set<ByProductRight>().Where(r => r.ByProductUseId == use).Select(r => r.Id).SingleAsync());
        using (var gone = await officer.DeleteAsync($"/api/by-product-uses/{use}/rights/{given}")) gone.EnsureSuccessStatusCode();
        await RefusedAsync(seller, $"/api/deals/{id}/steps", new { stage = "Contract" }, HttpStatusCode.Conflict, "没有该代码的许可"); // asked again for every later stage

        // The substitution ledger: the buyer states, the maker confirms, the total is of what both confirmed.
        var (buyer, maker) = (Speaker(world.Known.Neighbour), Speaker(world.Known.Firm));
        var totals = await TotalsAsync();
        var stated = await world.AsAsync(buyer, s => s.GetRequiredService<StateSubstitution>().RunAsync(new() { Maker = "重庆清溪铝锭有限公司", Product = "替代铝锭", MovedOn = ChinaTime.Today(DateTime.UtcNow).AddDays(-3), PriceSaving = 4_317_586m, FreightSaving = 100, LeadDaysSaved = 4 }));
        Assert.True(stated.IsDone, stated.Message);
        Assert.Equal(totals.Declared + 1, (await TotalsAsync()).Declared);
        Assert.Equal(OutcomeKind.Refused, (await SubstituteAsync(buyer, stated.Value!.Id)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await SubstituteAsync(await ThirdAsync(), stated.Value.Id)).Kind);
        Assert.Equal(OutcomeKind.Denied, (await SubstituteAsync(await world.ActorAsync(world.Known.Secretary), stated.Value.Id)).Kind);
        Assert.Single(await Task.WhenAll(SubstituteAsync(maker, stated.Value.Id), SubstituteAsync(Speaker(world.Known.Firm), stated.Value.Id)), o => o.IsDone);
        var now = await TotalsAsync();
        Assert.Equal((totals.Confirmed + 1, totals.Price + 4_317_586m, totals.Freight + 100), (now.Confirmed, now.Price, now.Freight));
        await NothingSeenAsync(stated.Value.Id);

        async Task<ShowSubstitutionTotals.View> TotalsAsync() => (await world.AsAsync(await world.ActorAsync(world.Known.Secretary), s => s.GetRequiredService<ShowSubstitutionTotals>().RunAsync(new()))).Value!;
    }

    /// <summary>No amount, price or word of a deal in any answer, page, export, notice or fact for whoever is none of its firms and no officer of its district.</summary>
    private async Task NothingSeenAsync(Guid id)
    {
        var third = await ThirdAsync();
        Assert.Equal(OutcomeKind.NotFound, (await world.AsAsync(third, s => s.GetRequiredService<ShowDeal>().RunAsync(new() { Id = id }))).Kind);
        var answers = new List<string> { await BoardAsync(third) };
        foreach (var actor in new[] { third, await world.ActorAsync(world.Known.ForeignManager), await world.ActorAsync(world.Known.ForeignOfficer) })
        {
            answers.Add(JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ListDeals>().ExportAsync(new()))).Value, Json.Options));
            answers.Add(JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ListPartnerships>().ExportAsync(new()))).Value, Json.Options));
            answers.Add(JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ListSubstitutionLedger>().ExportAsync(new()))).Value, Json.Options));
            answers.Add(JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ShowSubstitutionTotals>().RunAsync(new()))).Value, Json.Options));
            answers.Add(JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ListFunnelRecords>().RunAsync(new()))).Value, Json.Options));
        }

        using var foreign = await world.BrowserAsync(world.Known.ForeignOfficer);
        foreach (var page in new[] { "/deals", "/partnerships", "/partnerships/firms", "/substitutions", "/funnel", "/funnel/records" }) answers.Add(await foreign.GetStringAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/deals/{id}")).StatusCode);
        answers.AddRange(await world.ReadAsync(db => db.Set<Notice>().Select(n => n.Title + n.Text).ToListAsync())); // a notice may leave the platform by mail
        answers.AddRange((await world.ReadAsync(db => db.Set<LedgerEntry>().Select(e => e.Json).ToListAsync())).OfType<string>());
        Assert.True(answers.Count > 40, $"only {answers.Count} answers read");
        foreach (var secret in Secrets) Assert.DoesNotContain(answers, a => a.WithoutIds().Contains(secret, StringComparison.Ordinal));
    }

    private async Task<Guid> OpenAsync(string product)
    {
        var made = await world.AsAsync(Speaker(world.Known.Firm), s => s.GetRequiredService<OpenDeal>().RunAsync(new() { Side = DealSide.Seller, Partner = Neighbour, Product = product }));
        Assert.True(made.IsDone, made.Message);
        return made.Value!.Id;
    }

    /// <summary>A contract of 7 元 that both firms confirmed, signed so many days ago.</summary>
    private async Task ContractAsync(Guid seller, Guid buyer, int daysAgo)
    {
        var (day, partner) = (ChinaTime.Today(DateTime.UtcNow).AddDays(-daysAgo), await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == buyer).Select(o => o.Name).SingleAsync()));
        var (one, other) = (Speaker(seller), Speaker(buyer));
        var id = (await world.AsAsync(one, s => s.GetRequiredService<OpenDeal>().RunAsync(new() { Side = DealSide.Seller, Partner = partner, Product = "伴测铝棒", HappenedOn = day }))).Value!.Id;
        Assert.True((await world.AsAsync(one, s => s.GetRequiredService<StateDealStep>().RunAsync(new() { Id = id, Stage = DealStage.Contract, HappenedOn = day, Amount = 7 }))).IsDone);
        Assert.True((await ConfirmAsync(other, id, DealStage.Contract)).IsDone);
    }

    private Task<Outcome<Guid>> ConfirmAsync(Actor actor, Guid id, DealStage stage) => world.AsAsync(actor, s => s.GetRequiredService<ConfirmDealStep>().RunAsync(new() { Id = id, Stage = stage, Side = DealSide.Buyer }));

    private Task<Outcome<Guid>> SubstituteAsync(Actor actor, Guid id) => world.AsAsync(actor, s => s.GetRequiredService<ConfirmSubstitution>().RunAsync(new() { Id = id }));

    /// <summary>How often the deal is in a list: once or not at all.</summary>
    private async Task<int> CountedAsync(Guid id, string query) => (await ListAsync(world.Known.Secretary, query)).Count(d => d.GetProperty("id").GetGuid() == id);

    private async Task<List<JsonElement>> ListAsync(Person person, string query)
    {
        using var api = await world.ApiAsync(person);
        return [.. (await api.GetFromJsonAsync<JsonElement>($"/api/deals?pageSize=200&{query}")).GetProperty("items").EnumerateArray()];
    }

    private static Task<JsonElement> ShownAsync(HttpClient api, Guid id) => api.GetFromJsonAsync<JsonElement>($"/api/deals/{id}");

    private static JsonElement StepOf(JsonElement deal, string stage) => deal.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("stage").GetString() == stage);

    private async Task<string> BoardAsync(Actor actor) => JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ShowWork>().RunAsync(new()))).Value, Json.Options);

    private async Task<Actor> ThirdAsync() => Speaker(await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == "重庆无码铝材厂").Select(o => o.Id).SingleAsync()));

    private Actor Speaker(Guid firm, Role role = Role.EnterpriseManager, (Role Role, Guid Firm)? also = null, Guid? user = null)
    {
        List<Post> posts = [new(role, world.Known.Tongliang, null, firm)];
        if (also is { } more) posts.Add(new(more.Role, world.Known.Tongliang, null, more.Firm));
        return Actor.Person(user ?? Guid.CreateVersion7(), "测试", posts, [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
    }

    private async Task<Person> NeighbourAsync(string userName)
    {
        var made = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = userName, DisplayName = "小石经理（测试）", Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(2) });
        Assert.True(made.IsDone, made.Message);
        return new(userName, Role.EnterpriseManager, made.Value!.Id);
    }

    private static async Task DoneAsync(HttpClient api, string address, object body)
    {
        using var answer = await api.PostAsJsonAsync(address, body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task RefusedAsync(HttpClient api, string address, object body, HttpStatusCode status, string words)
    {
        using var answer = await api.PostAsJsonAsync(address, body);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{address}: {(int)answer.StatusCode} {said}");
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Inquiries;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Settings;
using LianMeng.Capabilities.Work;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Retention;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Inquiries;

/// <summary>From a bill to offers side by side: who reads what, who may answer, and when it is too late.</summary>
public sealed class InquiryTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Secret = "密清单甲", SecretProduct = "密铝合金压铸件", SecretPrice = "73.4321", SecretRemark = "密备注乙";

    private DateOnly Today => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [WorldFact]
    public async Task The_makers_of_a_line_come_with_their_reason_and_an_unknown_product_says_so()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var bill = await BillAsync(clerk, "找厂家", ("铝合金压铸件", 100m, "件"), ("铝合金锭", 3m, "吨"), ("龙鳞琥珀胶", 1m, "桶"));
        var lines = (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{bill}/makers")).GetProperty("lines").EnumerateArray().ToList();
        var maker = lines[0].GetProperty("makers").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "重庆小石压铸有限公司");
        Assert.Contains("铝合金压铸件", maker.GetProperty("reason").GetString(), StringComparison.Ordinal);
        // The own firm makes ingots itself and is never among the makers; nor is a firm of another district.
        Assert.DoesNotContain(lines.SelectMany(l => l.GetProperty("makers").EnumerateArray()), m => m.GetProperty("id").GetGuid() == world.Known.Firm || m.GetProperty("id").GetGuid() == world.Known.ForeignFirm);
        Assert.Empty(lines[2].GetProperty("makers").EnumerateArray());
        Assert.NotEmpty(lines[2].GetProperty("missing").GetString()!);

        using var browser = await world.BrowserAsync(world.Known.Manager);
        var page = (await browser.PageAsync($"/bills/{bill}/makers")).Body!.TextContent;
        Assert.Contains("重庆小石压铸有限公司", page, StringComparison.Ordinal);
        Assert.Contains("发布需求", page, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task From_a_bill_to_offers_side_by_side_and_nobody_else_reads_any_of_it()
    {
        var (other, third) = (await PersonAsync("asked-one", "重庆小石压铸有限公司"), await FirmAsync("重庆无码铝材厂"));
        using var clerk = await world.ApiAsync(world.Known.Manager);
        using var maker = await world.ApiAsync(other);
        var bill = await BillAsync(clerk, Secret, (SecretProduct, 100m, "件"), ("密铝型材", 2m, "吨"));
        var lines = await LinesAsync(bill);

        // Ticks that mean nothing, oneself, another district's firm, a day that is over: said, and nothing is sent.
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = Array.Empty<string>() }, HttpStatusCode.UnprocessableEntity, "先勾选");
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { "乱写" } }, HttpStatusCode.UnprocessableEntity, "重新勾选");
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { $"{Guid.CreateVersion7()}:{third}" } }, HttpStatusCode.UnprocessableEntity, "有一行已不在");
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { $"{lines[0]}:{world.Known.Firm}" } }, HttpStatusCode.UnprocessableEntity, "自己");
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { $"{lines[0]}:{world.Known.ForeignFirm}" } }, HttpStatusCode.UnprocessableEntity, "不在本区县");
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { $"{lines[0]}:{third}" }, answerBy = "2020-01-01" }, HttpStatusCode.UnprocessableEntity, "已过");
        Assert.False(await world.ReadAsync(db => db.Set<Inquiry>().AnyAsync(i => i.BillId == bill)));

        // One click: each maker gets one inquiry with its lines, and one notice.
        var sent = await SendAsync(clerk, bill, $"{lines[0]}:{world.Known.Neighbour}", $"{lines[1]}:{third}");
        var more = await SendAsync(clerk, bill, $"{lines[0]}:{world.Known.Neighbour}", $"{lines[1]}:{world.Known.Neighbour}");
        Assert.Equal((2, 1, 1, 1), (sent.GetProperty("makers").GetInt32(), more.GetProperty("makers").GetInt32(), more.GetProperty("lines").GetInt32(), more.GetProperty("known").GetInt32()));
        await RefusedAsync(clerk, $"/api/bills/{bill}/inquiries", new { choices = new[] { $"{lines[0]}:{world.Known.Neighbour}" } }, HttpStatusCode.Conflict, "已经询过价");
        var id = more.GetProperty("inquiries")[0].GetGuid();
        Assert.Equal(2, await world.ReadAsync(db => db.Set<Inquiry>().CountAsync(i => i.BillId == bill)));
        Assert.Contains(await NoticesAsync(other), n => n.Title == $"重庆清溪铝锭有限公司向贵企业询价：{SecretProduct}");
        Assert.Contains("待报价：重庆清溪铝锭有限公司询价", await BoardAsync(other), StringComparison.Ordinal);

        // The maker reads its lines and who asks: not the bill, not the remark, not the other maker.
        var asked = await maker.GetStringAsync($"/api/inquiries/{id}");
        Assert.Contains(SecretProduct, asked, StringComparison.Ordinal);
        Assert.DoesNotContain(new[] { Secret, SecretRemark, bill.ToString(), "重庆无码铝材厂" }, word => asked.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, await maker.GetStringAsync("/api/inquiries"), StringComparison.Ordinal);
        foreach (var address in new[] { $"/api/bills/{bill}", $"/api/bills/{bill}/lines", $"/api/bills/{bill}/makers", $"/api/bills/{bill}/offers", $"/api/bills/{bill}/offers/export.xlsx", $"/api/bills/{bill}/lines/export.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync(address)).StatusCode);

        // It answers, is told what is wrong, and changes its mind.
        var own = (await maker.GetFromJsonAsync<JsonElement>($"/api/inquiries/{id}")).GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("id").GetGuid()).ToList();
        var answer = $"/api/inquiries/{id}/answer";
        await RefusedAsync(clerk, answer, new { lines = new[] { new { lineId = own[0], price = 1m } } }, HttpStatusCode.Conflict, "自己发出的询价");
        await RefusedAsync(maker, answer, new { }, HttpStatusCode.UnprocessableEntity, "至少给一行");
        await RefusedAsync(maker, answer, new { lines = new[] { new { lineId = own[0], price = -1m } } }, HttpStatusCode.UnprocessableEntity, "单价");
        await RefusedAsync(maker, answer, new { lines = new[] { new { lineId = Guid.CreateVersion7(), price = 1m } } }, HttpStatusCode.UnprocessableEntity, "没有这一行");
        await RefusedAsync(maker, answer, new { lines = new[] { new { lineId = own[0], price = 1m, declined = "不做" } } }, HttpStatusCode.UnprocessableEntity, "只留一样");
        await RefusedAsync(maker, answer, new { lines = new[] { new { lineId = own[0], price = 1m, validUntil = "2020-01-01" } } }, HttpStatusCode.UnprocessableEntity, "已过");
        await DoneAsync(maker, answer, new { lines = new object[] { new { lineId = own[0], price = 80m, quantity = 60, leadDays = 15, validUntil = Today.AddDays(20), remark = "含运费" } } });
        await DoneAsync(maker, answer, new { lines = new object[] { new { lineId = own[0], price = 73.4321m, quantity = 60, leadDays = 15, validUntil = Today.AddDays(20), remark = "含运费" }, new { lineId = own[1], declined = "不做型材" } } });
        Assert.Contains(await NoticesAsync(world.Known.Manager), n => n.Title.StartsWith("重庆小石压铸有限公司已报价", StringComparison.Ordinal));
        await AnswerAsync(Speaker(third), (await InquiryOfAsync(bill, third)), 70_000m);

        // Side by side, for the asking firm: the lowest in words.
        var rows = (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{bill}/offers")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, rows.Count);
        var first = rows.Single(r => r.GetProperty("product").GetString() == SecretProduct);
        Assert.Equal((73.4321m, 60m, 4405.926m, 15, "唯一报价", "数量不足", "同区县"), (first.GetProperty("price").GetDecimal(), first.GetProperty("quantity").GetDecimal(), first.GetProperty("total").GetDecimal(), first.GetProperty("leadDays").GetInt32(), first.GetProperty("mark").GetString(), first.GetProperty("warning").GetString(), first.GetProperty("distance").GetString()));
        Assert.Contains(rows, r => r.GetProperty("remark").GetString() == "不报价：不做型材");
        Assert.Contains(SecretPrice, Unzipped(await clerk.GetByteArrayAsync($"/api/bills/{bill}/offers/export.xlsx")), StringComparison.Ordinal);
        using (var browser = await world.BrowserAsync(world.Known.Manager))
        {
            var page = await browser.PageAsync($"/bills/{bill}/offers");
            Assert.Contains("唯一报价", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("提出对接", page.Body.TextContent, StringComparison.Ordinal);
        }

        await NobodyElseReadsAsync(bill, id);

        // From an offer to an introduction: its state stands on the row.
        var contact = await world.ReadAsync(db => db.Set<OrganisationContact>().Where(c => c.OrganisationId == world.Known.Firm).Select(c => c.Id).FirstAsync());
        using (var led = await clerk.PostAsJsonAsync("/api/introductions", new { organisationId = world.Known.Neighbour, side = "Buyer", product = SecretProduct, contactId = contact })) Assert.Equal(HttpStatusCode.Created, led.StatusCode);
        rows = [.. (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{bill}/offers")).GetProperty("items").EnumerateArray()];
        Assert.Equal("对接一方已同意", rows.Single(r => r.GetProperty("product").GetString() == SecretProduct).GetProperty("next").GetString());
    }

    [WorldFact]
    public async Task Two_prices_of_one_line_are_compared_while_they_hold()
    {
        var third = await FirmAsync("重庆无码铝材厂");
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var bill = await BillAsync(clerk, "两家比", ("比价铝件", 10m, "件"));
        var line = (await LinesAsync(bill))[0];
        await SendAsync(clerk, bill, $"{line}:{world.Known.Neighbour}", $"{line}:{third}");
        await AnswerAsync(Speaker(world.Known.Neighbour), await InquiryOfAsync(bill, world.Known.Neighbour), 9m, Today.AddDays(2));
        await AnswerAsync(Speaker(third), await InquiryOfAsync(bill, third), 10m);
        Assert.Equal(["最低价", ""], await MarksAsync(clerk, bill));
        Assert.Equal([9m, 10m], (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{bill}/offers?sort=-id")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("price").GetDecimal())); // the lower one first
        world.Clock.Advance(TimeSpan.FromDays(4));
        // The lower one is over: it is said, and no longer the lowest.
        using var later = await world.ApiAsync(world.Known.Manager);
        Assert.Equal(["", "唯一报价"], await MarksAsync(later, bill));
    }

    [WorldFact]
    public async Task Nobody_answers_an_own_inquiry_and_a_post_at_both_firms_carries_nothing()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var bill = await BillAsync(clerk, "两头任职", ("两头铝件", 10m, "件"));
        var line = (await LinesAsync(bill))[0];
        var person = Guid.CreateVersion7();
        // Sent with a post at the one firm; the same person later with a post at the other.
        Assert.True((await world.AsAsync(Speaker(world.Known.Firm, user: person), s => s.GetRequiredService<SendInquiries>().RunAsync(new() { Id = bill, Choices = [$"{line}:{world.Known.Neighbour}"] }))).IsDone);
        var id = await InquiryOfAsync(bill, world.Known.Neighbour);
        var both = Actor.Person(Guid.CreateVersion7(), "两头", [new(Role.EnterpriseManager, world.Known.Tongliang, null, world.Known.Firm), new(Role.PurchasingClerk, world.Known.Tongliang, null, world.Known.Neighbour)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
        Assert.Contains("都有任职", (await TryAnswerAsync(both, id, 5m)).Message, StringComparison.Ordinal);
        Assert.Contains("您代表采购方发出", (await TryAnswerAsync(Speaker(world.Known.Neighbour, user: person), id, 5m)).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.NotFound, (await TryAnswerAsync(Speaker(await FirmAsync("重庆无码铝材厂")), id, 5m)).Kind);
        // A liaison of the maker is nobody who quotes prices, even with a manager's post elsewhere.
        var liaison = Actor.Person(Guid.CreateVersion7(), "联络", [new(Role.Liaison, world.Known.Tongliang, null, world.Known.Neighbour), new(Role.EnterpriseManager, world.Known.Tongliang, null, await FirmAsync("重庆无码铝材厂"))], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
        Assert.Equal(OutcomeKind.NotFound, (await TryAnswerAsync(liaison, id, 5m)).Kind);
        Assert.True((await TryAnswerAsync(Speaker(world.Known.Neighbour), id, 5m)).IsDone);
        Assert.Contains("由采购方结束", (await world.AsAsync(Speaker(world.Known.Neighbour), s => s.GetRequiredService<CloseInquiry>().RunAsync(new() { Id = id }))).Message, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task It_is_declined_taken_up_again_closed_and_expired()
    {
        var clerk = await world.ApiAsync(world.Known.Manager);
        var other = await PersonAsync("asked-two", "重庆小石压铸有限公司");
        var maker = await world.ApiAsync(other);
        var third = await FirmAsync("重庆无码铝材厂");
        var bill = await BillAsync(clerk, "经过清单", ("经过铝件", 10m, "件"));
        var line = (await LinesAsync(bill))[0];
        await SendAsync(clerk, bill, $"{line}:{world.Known.Neighbour}", $"{line}:{third}");
        var (id, silent) = (await InquiryOfAsync(bill, world.Known.Neighbour), await InquiryOfAsync(bill, third));
        await RefusedAsync(maker, $"/api/inquiries/{id}/decline", new { }, HttpStatusCode.UnprocessableEntity, "原因");
        await DoneAsync(maker, $"/api/inquiries/{id}/decline", new { reason = "产能已满" });
        Assert.Equal(InquiryState.Declined, await StateAsync(id));
        await RefusedAsync(maker, $"/api/inquiries/{id}/decline", new { reason = "产能已满" }, HttpStatusCode.Conflict, "不用再谢绝");
        await AnswerAsync(Speaker(world.Known.Neighbour), id, 12m);
        Assert.Equal(InquiryState.Answered, await StateAsync(id));
        using (var stay = await clerk.DeleteAsync($"/api/bills/{bill}")) Assert.Contains("没有结束", await stay.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The last day passes: nobody can answer, the silent one expires by the day's job, the offers are to be compared.
        world.Clock.Advance(TimeSpan.FromDays(8));
        (clerk, maker) = (await world.ApiAsync(world.Known.Manager), await world.ApiAsync(other)); // nobody stays signed in that long
        Assert.Contains("截止日", (await TryAnswerAsync(Speaker(world.Known.Neighbour), id, 11m)).Message, StringComparison.Ordinal);
        Assert.Equal("Expired", (await clerk.GetFromJsonAsync<JsonElement>($"/api/inquiries/{silent}")).GetProperty("state").GetString());
        for (var twice = 0; twice < 2; twice++) Assert.True((await Settling.BesideTheJobAsync(() => world.AsAsync(Actor.Job("expire-inquiries", [world.Known.Tongliang], world.Known.Tongliang), s => s.GetRequiredService<ExpireInquiries>().RunAsync(new())))).IsDone);
        Assert.Equal((InquiryState.Answered, InquiryState.Expired), (await StateAsync(id), await StateAsync(silent)));
        Assert.Single(await NoticesAsync(world.Known.Manager), n => n.Title == "报价已截止：经过清单");
        Assert.Contains("已到期待比价：经过清单", await BoardAsync(world.Known.Manager), StringComparison.Ordinal);

        // Asked again, the open one goes on with a later day, the expired one anew.
        Assert.Contains("已经询过价", await TrySendAsync(clerk, bill, $"{line}:{world.Known.Neighbour}"), StringComparison.Ordinal);
        await SendAsync(clerk, bill, $"{line}:{third}");
        Assert.NotEqual(silent, await InquiryOfAsync(bill, third));

        // Closed: the maker is told, and is too late.
        using (var closed = await clerk.PostAsJsonAsync($"/api/bills/{bill}/close", new { })) Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        await RefusedAsync(clerk, $"/api/bills/{bill}/close", new { }, HttpStatusCode.Conflict, "没有还在进行的询价");
        await RefusedAsync(maker, $"/api/inquiries/{id}/answer", new { version = Guid.CreateVersion7(), lines = new[] { new { lineId = Guid.CreateVersion7(), price = 1m } } }, HttpStatusCode.Conflict, "已结束这次询价");
        Assert.Contains(await NoticesAsync(other), n => n.Title == "重庆清溪铝锭有限公司结束了询价：经过铝件");
        using (var gone = await clerk.DeleteAsync($"/api/bills/{bill}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.False(await world.ReadAsync(db => db.Set<Inquiry>().AnyAsync(i => i.BillId == bill)));
    }

    [WorldFact]
    public async Task Two_answers_at_once_and_a_close_meanwhile_leave_one_word()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        for (var round = 0; round < 8; round++)
        {
            var bill = await BillAsync(clerk, $"并发清单 {round}", ("并发铝件", 10m, "件"));
            await SendAsync(clerk, bill, $"{(await LinesAsync(bill))[0]}:{world.Known.Neighbour}");
            var id = await InquiryOfAsync(bill, world.Known.Neighbour);
            var version = await world.ReadAsync(db => db.Set<Inquiry>().Where(i => i.Id == id).Select(i => i.Version).SingleAsync());
            var answers = await Task.WhenAll(TryAnswerAsync(Speaker(world.Known.Neighbour), id, 5m, version: version), TryAnswerAsync(Speaker(world.Known.Neighbour), id, 6m, version: version));
            Assert.Single(answers, a => a.IsDone);
            Assert.Single(answers, a => a.Kind == OutcomeKind.Conflict);

            var close = world.AsAsync(Speaker(world.Known.Firm), s => s.GetRequiredService<CloseInquiry>().RunAsync(new() { Id = id }));
            var late = TryAnswerAsync(Speaker(world.Known.Neighbour), id, 7m);
            Assert.True((await close).IsDone);
            var (state, price) = await world.ReadAsync(async db => ((await db.Set<Inquiry>().SingleAsync(i => i.Id == id)).State, (await db.Set<InquiryLine>().SingleAsync(l => l.InquiryId == id)).Price));
            var outcome = await late;
            Assert.Equal(InquiryState.Closed, state);
            Assert.Equal(outcome.IsDone, price == 7m);
            if (!outcome.IsDone) Assert.Contains("已结束", outcome.Message, StringComparison.Ordinal);
        }
    }

    [WorldFact]
    public async Task A_firm_sends_so_many_a_day_and_no_more()
    {
        var third = await FirmAsync("重庆无码铝材厂");
        world.Clock.Advance(TimeSpan.FromDays(1));
        var clerk = await world.ApiAsync(world.Known.Manager);
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ChangeSetting>(), new ChangeSetting.Input { Key = InquiriesCapability.MostADay.Key, Value = 2 })).IsDone);
        var (one, two) = (await BillAsync(clerk, "一天一", ("日限铝件", 10m, "件"), ("日限铝件二", 10m, "件")), await BillAsync(clerk, "一天二", ("日限铝件", 10m, "件")));
        var lines = await LinesAsync(one);
        await SendAsync(clerk, one, $"{lines[0]}:{third}", $"{lines[0]}:{world.Known.Neighbour}");
        // Another line for the same two is the same two inquiries; another bill's are more.
        await SendAsync(clerk, one, $"{lines[1]}:{third}");
        Assert.Contains("每天 2 份的上限", await TrySendAsync(clerk, two, $"{(await LinesAsync(two))[0]}:{third}"), StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromDays(1));
        clerk = await world.ApiAsync(world.Known.Manager);
        await SendAsync(clerk, two, $"{(await LinesAsync(two))[0]}:{third}");
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ChangeSetting>(), new ChangeSetting.Input { Key = InquiriesCapability.MostADay.Key, Value = 1000 })).IsDone);
    }

    [WorldFact]
    public async Task By_the_page_a_maker_answers_and_what_was_typed_wrong_stays()
    {
        var other = await PersonAsync("asked-three", "重庆小石压铸有限公司");
        using var clerk = await world.BrowserAsync(world.Known.Manager);
        using var api = await world.ApiAsync(world.Known.Manager);
        var bill = await BillAsync(api, "网页询价", ("铝合金压铸件", 10m, "件"));
        var line = (await LinesAsync(bill))[0];
        var page = await clerk.PageAsync($"/bills/{bill}/makers");
        using (var none = await clerk.SubmitAsync($"/bills/{bill}/makers", page, "send", [])) Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        using (var sent = await clerk.SubmitAsync($"/bills/{bill}/makers", page, "send", new() { ["choices"] = $"{line}:{world.Known.Neighbour}" })) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("已询价", (await clerk.PageAsync($"/bills/{bill}/makers")).Body!.TextContent, StringComparison.Ordinal);

        using var maker = await world.BrowserAsync(other);
        var address = $"/inquiries/{await InquiryOfAsync(bill, world.Known.Neighbour)}";
        page = await maker.PageAsync(address);
        using (var wrong = await maker.SubmitAsync(address, page, "answer", new() { ["lines[0].price"] = "便宜", ["lines[0].remark"] = "面谈" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var shown = await wrong.Content.ReadAsStringAsync();
            Assert.Contains("应为数字", shown, StringComparison.Ordinal);
            Assert.Contains("value=\"面谈\"", shown, StringComparison.Ordinal);
        }

        using (var done = await maker.SubmitAsync(address, page, "answer", new() { ["lines[0].price"] = "12.5", ["lines[0].leadDays"] = "7" })) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("12.5", (await clerk.PageAsync($"/bills/{bill}/offers")).Body!.TextContent, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task What_ended_years_ago_is_not_kept_and_what_is_open_is()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var (over, open) = (await BillAsync(clerk, "旧清单", ("旧铝件", 10m, "件")), await BillAsync(clerk, "新清单", ("新铝件", 10m, "件")));
        foreach (var bill in new[] { over, open }) await SendAsync(clerk, bill, $"{(await LinesAsync(bill))[0]}:{world.Known.Neighbour}");
        var (old, stays) = (await InquiryOfAsync(over, world.Known.Neighbour), await InquiryOfAsync(open, world.Known.Neighbour));
        Assert.True((await world.AsAsync(Speaker(world.Known.Firm), s => s.GetRequiredService<CloseInquiry>().RunAsync(new() { Id = old }))).IsDone);
        var at = world.Clock.GetUtcNow().UtcDateTime.AddDays(InquiryRetention.Days.Default + 1);
        Assert.True((await world.AsAsync(Actor.Job("retention", [world.Known.Tongliang], world.Known.Tongliang), s => s.GetRequiredService<ApplyRetention>().RunAsync(new() { At = at }))).IsDone);
        Assert.Equal((false, false, true), await world.ReadAsync(async db => (await db.Set<Inquiry>().AnyAsync(i => i.Id == old), await db.Set<InquiryLine>().AnyAsync(l => l.InquiryId == old), await db.Set<Inquiry>().AnyAsync(i => i.Id == stays))));
    }

    [WorldFact]
    public async Task A_merge_takes_them_along_and_a_firm_that_leaves_ends_them()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        using var register = await officer.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,主营产品\n重庆询价甲铝业有限公司,{TestCodes.Uscc(721)},铝棒\n重庆询价乙铝业有限公司,{TestCodes.Uscc(722)},铝棒\n"), "名册.csv");
        register.EnsureSuccessStatusCode();
        var ids = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name.StartsWith("重庆询价")).ToDictionaryAsync(o => o.Name[4], o => o.Id));
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var bill = await BillAsync(clerk, "合并清单", ("合并铝件", 10m, "件"));
        var line = (await LinesAsync(bill))[0];
        await SendAsync(clerk, bill, $"{line}:{ids['甲']}", $"{line}:{ids['乙']}");
        var (kept, twice) = (await InquiryOfAsync(bill, ids['甲']), await InquiryOfAsync(bill, ids['乙']));
        // What the vanishing entry itself asked: of the one it turns out to be, and of somebody else.
        var made = (await world.AsAsync(Speaker(ids['乙']), s => s.GetRequiredService<MakeBill>().RunAsync(new() { Name = "乙的清单", Lines = [new() { Product = "乙要的", Quantity = 1, Unit = "件" }] }))).Value!.Id;
        var wanted = (await LinesAsync(made))[0];
        Assert.True((await world.AsAsync(Speaker(ids['乙']), s => s.GetRequiredService<SendInquiries>().RunAsync(new() { Id = made, Choices = [$"{wanted}:{ids['甲']}", $"{wanted}:{world.Known.Neighbour}"] }))).IsDone);
        var (between, moved) = (await InquiryOfAsync(made, ids['甲']), await InquiryOfAsync(made, world.Known.Neighbour));
        using (var merged = await officer.PostAsJsonAsync($"/api/organisations/{ids['甲']}/merge", new { otherId = ids['乙'] })) Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());

        Assert.Equal((InquiryState.Sent, InquiryState.Closed, InquiryState.Closed, InquiryState.Sent), (await StateAsync(kept), await StateAsync(twice), await StateAsync(between), await StateAsync(moved)));
        Assert.Equal(ids['甲'], await world.ReadAsync(db => db.Set<Inquiry>().Where(i => i.Id == moved).Select(i => i.BuyerId).SingleAsync()));
        Assert.Equal(ids['甲'], await world.ReadAsync(db => db.Set<Bill>().Where(b => b.Id == made).Select(b => b.OrganisationId).SingleAsync()));
        using (var removed = await officer.DeleteAsync($"/api/organisations/{ids['甲']}")) Assert.True(removed.IsSuccessStatusCode, await removed.Content.ReadAsStringAsync());
        await world.SettleAsync();
        Assert.Equal((InquiryState.Closed, InquiryState.Closed), (await StateAsync(kept), await StateAsync(moved)));
        Assert.False(await world.ReadAsync(db => db.Set<Bill>().AnyAsync(b => b.Id == made)));
    }

    /// <summary>Through page, API, search, export, ids and the ledger: officers, administrators, other firms and other districts learn neither bill nor product nor price.</summary>
    private async Task NobodyElseReadsAsync(Guid bill, Guid inquiry)
    {
        string[] hidden = [Secret, SecretProduct, SecretRemark, SecretPrice];
        var stranger = await PersonAsync("asked-nothing", "重庆无码铝材厂二", register: true);
        foreach (var person in new[] { world.Known.Secretary, world.Known.Officer, world.Known.City, world.Known.Admin, world.Known.Auditor, world.Known.ForeignManager, world.Known.ForeignSecretary, stranger })
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            string[] own = [$"/bills/{bill}", $"/bills/{bill}/makers", $"/bills/{bill}/offers", $"/inquiries/{inquiry}", $"/api/bills/{bill}", $"/api/bills/{bill}/lines", $"/api/bills/{bill}/lines/export.xlsx", $"/api/bills/{bill}/makers", $"/api/bills/{bill}/offers", $"/api/bills/{bill}/offers/export.xlsx", $"/api/inquiries/{inquiry}"];
            foreach (var address in own)
            {
                using var answer = await (address.StartsWith("/api", StringComparison.Ordinal) ? api : browser).GetAsync(address);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{person} {address} → {(int)answer.StatusCode}");
                Assert.DoesNotContain(hidden, word => answer.Content.ReadAsStringAsync().Result.Contains(word, StringComparison.Ordinal));
            }

            foreach (var address in new[] { "/api/bills?pageSize=200", "/api/inquiries?pageSize=200&sort=price", $"/api/inquiries?query={Uri.EscapeDataString(SecretProduct)}", $"/api/inquiries?billId={bill}", "/api/work", "/api/ledger?pageSize=200" })
            {
                var said = await (await api.GetAsync(address)).Content.ReadAsStringAsync();
                Assert.DoesNotContain(hidden, word => said.Contains(word, StringComparison.Ordinal));
            }
        }

        var ledger = await world.ReadAsync(db => db.Set<LedgerEntry>().Select(e => e.Json ?? "").ToListAsync());
        Assert.Contains(ledger, json => json.Contains(inquiry.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(ledger, json => hidden.Any(word => json.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(ledger, json => json.Contains(inquiry.ToString(), StringComparison.Ordinal) && json.Contains(world.Known.Neighbour.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(await world.ReadAsync(db => db.Set<Notice>().Select(n => n.Title + n.Text).ToListAsync()), text => text.Contains(SecretPrice, StringComparison.Ordinal) || text.Contains(SecretRemark, StringComparison.Ordinal));
    }

    private async Task<Guid> BillAsync(HttpClient client, string name, params (string Product, decimal Quantity, string Unit)[] lines)
    {
        using var made = await client.PostAsJsonAsync("/api/bills", new { name, lines = lines.Select(l => new { product = l.Product, quantity = l.Quantity, unit = l.Unit, remark = SecretRemark }) });
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<List<Guid>> LinesAsync(Guid bill) => world.ReadAsync(db => db.Set<BillLine>().Where(l => l.BillId == bill).OrderBy(l => l.Place).Select(l => l.Id).ToListAsync());

    private static async Task<JsonElement> SendAsync(HttpClient client, Guid bill, params string[] choices)
    {
        using var answer = await client.PostAsJsonAsync($"/api/bills/{bill}/inquiries", new { choices });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> TrySendAsync(HttpClient client, Guid bill, params string[] choices)
    {
        using var answer = await client.PostAsJsonAsync($"/api/bills/{bill}/inquiries", new { choices });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The latest of the two.</summary>
    private Task<Guid> InquiryOfAsync(Guid bill, Guid maker) => world.ReadAsync(db => db.Set<Inquiry>().Where(i => i.BillId == bill && i.SellerId == maker).OrderByDescending(i => i.SentAt).Select(i => i.Id).FirstAsync());

    private Task<InquiryState> StateAsync(Guid id) => world.ReadAsync(db => db.Set<Inquiry>().Where(i => i.Id == id).Select(i => i.State).SingleAsync());

    private async Task<Outcome<Guid>> TryAnswerAsync(Actor actor, Guid id, decimal price, DateOnly? until = null, Guid? version = null)
    {
        var line = await world.ReadAsync(db => db.Set<InquiryLine>().Where(l => l.InquiryId == id).OrderBy(l => l.Place).Select(l => l.Id).FirstAsync());
        return await world.AsAsync(actor, s => s.GetRequiredService<AnswerInquiry>().RunAsync(new() { Id = id, Version = version, Lines = [new() { LineId = line, Price = price, ValidUntil = until }] }));
    }

    private async Task AnswerAsync(Actor actor, Guid id, decimal price, DateOnly? until = null)
    {
        var done = await TryAnswerAsync(actor, id, price, until);
        Assert.True(done.IsDone, done.Message);
    }

    private static async Task<string[]> MarksAsync(HttpClient client, Guid bill)
        => [.. (await client.GetFromJsonAsync<JsonElement>($"/api/bills/{bill}/offers")).GetProperty("items").EnumerateArray().OrderBy(r => r.GetProperty("price").GetDecimal()).Select(r => r.GetProperty("mark").GetString()!)];

    private static async Task RefusedAsync(HttpClient client, string url, object body, HttpStatusCode status, string words)
    {
        using var answer = await client.PostAsJsonAsync(url, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{url} → {(int)answer.StatusCode} {text}");
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static async Task DoneAsync(HttpClient client, string url, object body)
    {
        using var answer = await client.PostAsJsonAsync(url, body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static string Unzipped(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private async Task<string> BoardAsync(Person person) => JsonSerializer.Serialize((await world.AsAsync(await world.ActorAsync(person), s => s.GetRequiredService<ShowWork>().RunAsync(new()))).Value, Json.Options);

    private Task<List<Notice>> NoticesAsync(Person person) => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().Where(n => n.UserId == person.Id).ToListAsync());

    private Task<Guid> FirmAsync(string name) => world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == name).Select(o => o.Id).SingleAsync());

    private Actor Speaker(Guid firm, Guid? user = null)
        => Actor.Person(user ?? Guid.CreateVersion7(), "测试", [new(Role.EnterpriseManager, world.Known.Tongliang, null, firm)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);

    /// <summary>A manager of a firm, with an account of the own.</summary>
    private async Task<Person> PersonAsync(string userName, string firm, bool register = false)
    {
        var uscc = TestCodes.Uscc(2);
        if (register)
        {
            uscc = TestCodes.Uscc(731);
            using var officer = await world.ApiAsync(world.Known.Officer);
            using var made = await officer.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,主营产品\n{firm},{uscc},铝型材\n"), "名册.csv");
            made.EnsureSuccessStatusCode();
        }

        var account = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = userName, DisplayName = "经理（测试）", Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = uscc });
        Assert.True(account.IsDone, account.Message);
        return new(userName, Role.EnterpriseManager, account.Value!.Id);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Calendars;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Engine.Calendar;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Calendars;

public sealed class CalendarTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Notice2027 = "元旦 2027-01-01 至 2027-01-03 放假\n春节 2027-01-31 上班\n春节 2027-02-05 至 2027-02-11 放假";

    [WorldTheory]
    [InlineData("2026-11-23T10:00:00%2B08:00", 2, "2026-11-25T18:00:00+08:00", false)]
    [InlineData("2026-11-23T10:00:00+08:00", 2, "2026-11-25T18:00:00+08:00", false)] // an unescaped + comes as a blank
    [InlineData("2026-11-23T02:00:00Z", 2, "2026-11-25T18:00:00+08:00", false)]
    [InlineData("2026-11-23T17:00Z", 1, "2026-11-25T18:00:00+08:00", false)] // 01:00 on the 24th in China
    [InlineData("2026-09-30T23:59:59.999%2B08:00", 3, "2026-10-10T18:00:00+08:00", false)] // 国庆, then the worked Saturday
    [InlineData("2026-02-13T18:01:00%2B08:00", 1, "2026-02-14T18:00:00+08:00", false)]
    public async Task The_api_says_limits(string from, int days, string limit, bool isProvisional)
    {
        var api = await world.ApiAsync(world.Known.Secretary);
        var said = await api.GetFromJsonAsync<JsonElement>($"/api/calendar/limit?from={from}&workingDays={days}");
        Assert.Equal(limit, said.GetProperty("limit").GetString());
        Assert.Equal(isProvisional, said.GetProperty("isProvisional").GetBoolean());
    }

    [WorldFact]
    public async Task The_api_says_minutes()
    {
        var api = await world.ApiAsync(world.Known.Secretary);
        // Fri 25 Sep to Sun 27 Sep is 中秋: Thu 17:00-18:00 and Mon 9:00-9:30
        var said = await api.GetFromJsonAsync<JsonElement>("/api/calendar/minutes?from=2026-09-24T17:00:00%2B08:00&to=2026-09-28T01:30:00Z");
        Assert.Equal(90, said.GetProperty("minutes").GetInt32());
    }

    [WorldTheory]
    [InlineData("/api/calendar/limit", "“起算时刻”")]
    [InlineData("/api/calendar/limit?from=2026-11-23T10:00:00&workingDays=1", "带时区")]
    [InlineData("/api/calendar/limit?from=2026-02-30T10:00:00Z&workingDays=1", "带时区")]
    [InlineData("/api/calendar/limit?from=yesterday&workingDays=1", "带时区")]
    [InlineData("/api/calendar/limit?from=0001-01-01T00:00:00%2B08:00&workingDays=1", "带时区")]
    [InlineData("/api/calendar/limit?from=9999-12-31T23:59:59-14:00&workingDays=2000", "带时区")] // no such instant
    [InlineData("/api/calendar/limit?from=9999-12-31T23:59:59%2B14:00&workingDays=2000", "1992")]
    [InlineData("/api/calendar/limit?from=2026-11-23T10:00:00Z&workingDays=0", "工作日数")]
    [InlineData("/api/calendar/limit?from=2026-11-23T10:00:00Z&workingDays=99999999999", "工作日数")]
    [InlineData("/api/calendar/limit?from=2026-11-23T10:00:00Z&workingDays=1.5", "工作日数")]
    [InlineData("/api/calendar/minutes?from=2026-11-23T10:00:00Z&to=2026-11-23T09:59:00Z", "不能早于")]
    [InlineData("/api/calendar/minutes?from=2026-11-23T10:00:00Z", "“止”")]
    [InlineData("/api/calendar?year=1900", "年份")]
    public async Task What_cannot_be_reckoned_is_said_in_chinese(string address, string says)
    {
        var api = await world.ApiAsync(world.Known.Secretary);
        using var answer = await api.GetAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_stranger_reckons_nothing()
    {
        using var answer = await world.Anonymous().GetAsync("/api/calendar/limit?from=2026-11-23T10:00:00Z&workingDays=1");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [WorldFact]
    public async Task A_notice_entered_makes_provisional_limits_certain_on_every_node_and_withdrawn_provisional_again()
    {
        await using var second = world.StartSecond();
        var from = new DateTimeOffset(2026, 12, 30, 10, 0, 0, WorkCalendar.Offset);
        (DateTimeOffset, bool) Said(IServiceProvider services)
        {
            var calendar = services.GetRequiredService<WorkCalendars>().Current;
            return (calendar.Limit(from, 2), calendar.IsProvisional(calendar.Limit(from, 2)));
        }

        async Task BecomesAsync(int year, int month, int day, bool isProvisional)
        {
            foreach (var services in new[] { world.Services, second.Services })
                await Settling.UntilAsync("the calendar on a node", () => Task.FromResult(Said(services) == (new DateTimeOffset(year, month, day, 18, 0, 0, WorkCalendar.Offset), isProvisional)));
        }

        await BecomesAsync(2027, 1, 1, true); // the plain week
        var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/calendar/notices");
        using (var answer = await browser.SubmitAsync("/calendar/notices", page, "enter", new() { ["number"] = "国办发明电〔2026〕99号", ["issuedOn"] = "2026-11-01", ["wholeYear"] = "2027", ["text"] = Notice2027, ["source"] = "虚构" }))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await BecomesAsync(2027, 1, 4, false);

        var reader = await world.BrowserAsync(world.Known.Secretary);
        var year = await reader.PageAsync("/calendar?year=2027");
        Assert.DoesNotContain("还没有公布", year.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1月31日（周日）", year.Body!.TextContent, StringComparison.Ordinal);
        var notices = await reader.PageAsync("/calendar/notices");
        Assert.Contains("国办发明电〔2026〕99号", notices.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(notices.Forms, form => HttpSteps.HandlerOf(form) is not null && HttpSteps.HandlerOf(form) != "sign-out" && HttpSteps.HandlerOf(form)!.StartsWith("withdraw-", StringComparison.Ordinal));
        Assert.Contains("2027 年的暂定期限随之重算", (await (await world.BrowserAsync(world.Known.Auditor)).PageAsync("/ledger?kind=HolidayNoticeEntered")).Body!.TextContent, StringComparison.Ordinal);

        var admin = await world.ApiAsync(world.Known.Admin);
        var row = (await admin.GetFromJsonAsync<JsonElement>("/api/calendar/notices")).GetProperty("items").EnumerateArray().Single(n => n.GetProperty("number").GetString() == "国办发明电〔2026〕99号");
        using (var twice = await admin.PostAsJsonAsync("/api/calendar/notices", new { number = "国办发明电〔2026〕99号", issuedOn = "2026-11-01", text = Notice2027 })) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        async Task<HttpStatusCode> WithdrawAsync(HttpClient api)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/calendar/notices/{row.GetProperty("id").GetGuid()}") { Content = JsonContent.Create(new { reason = "登记有误" }) };
            using var answer = await api.SendAsync(request);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await WithdrawAsync(await world.ApiAsync(world.Known.Secretary)));
        Assert.Equal(HttpStatusCode.OK, await WithdrawAsync(admin));
        await BecomesAsync(2027, 1, 1, true);
        Assert.Equal(HttpStatusCode.Conflict, await WithdrawAsync(admin));
    }

    [WorldFact]
    public async Task Hours_are_set_by_the_administrator_alone_and_the_second_is_told()
    {
        var admin = await world.ApiAsync(world.Known.Admin);
        Task<HttpResponseMessage> PutAsync(HttpClient api, string from, string close, Guid? version = null)
            => api.PutAsJsonAsync("/api/calendar/hours", new { morningFrom = from, morningTo = "12:00", afternoonFrom = "14:00", afternoonTo = close, version });
        async Task<Guid?> VersionAsync() => (await admin.GetFromJsonAsync<JsonElement>("/api/calendar")).TryGetProperty("hoursVersion", out var version) && version.ValueKind == JsonValueKind.String ? version.GetGuid() : null;

        using (var denied = await PutAsync(await world.ApiAsync(world.Known.Secretary), "08:30", "17:30")) Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        using (var odd = await PutAsync(admin, "25:00", "17:30")) Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        using (var turned = await PutAsync(admin, "12:30", "17:30")) Assert.Contains("上午下班时间应晚于上午上班时间", await turned.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var first = await PutAsync(admin, "08:30", "17:30")) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var seen = await VersionAsync();
        using (var other = await PutAsync(admin, "08:30", "17:00", seen)) Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using (var late = await PutAsync(admin, "08:30", "19:00", seen)) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var calendars = world.Services.GetRequiredService<WorkCalendars>();
        await Settling.UntilAsync("the hours", () => Task.FromResult(calendars.Current.Hours.AfternoonTo == new TimeOnly(17, 0)));
        using (var back = await PutAsync(admin, "09:00", "18:00", await VersionAsync())) Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await Settling.UntilAsync("the hours", () => Task.FromResult(calendars.Current.Hours == WorkHours.Default));
    }

    [WorldFact]
    public async Task The_page_shows_a_year_reckons_and_gives_it_out()
    {
        var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/calendar?year=2026&from=2026-09-30T16:00&workingDays=3&to=2026-10-08T09:30");
        Assert.Contains("2026年10月10日 18:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("150 分钟", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("table.lm-month").Length);
        Assert.Equal(["休", "班"], [page.QuerySelector("#month-10 ~ table td.lm-day-holiday small")!.TextContent, page.QuerySelector("#month-10 ~ table td.lm-day-worked small")!.TextContent]);
        // 261 weekdays, less 19 weekdays off (2 + 6 + 1 + 3 + 1 + 1 + 5), and 6 worked weekend days
        var days = (await (await world.ApiAsync(world.Known.Secretary)).GetFromJsonAsync<JsonElement>("/api/calendar?year=2026")).GetProperty("workingDays").GetInt32();
        Assert.Equal(248, days);
        await browser.PageAsync("/calendar?from=2026-09-30T16:00&workingDays=x", HttpStatusCode.UnprocessableEntity);
        await browser.PageAsync("/calendar?workingDays=3", HttpStatusCode.UnprocessableEntity);
        using var file = await browser.GetAsync("/api/calendar/days/export.xlsx?year=2026");
        Assert.Contains("调休上班", await file.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("元旦 2027-01-01 至 2027-01-03 放假\n\n春节 2027-01-31 上班", 4, null)]
    [InlineData("元旦　2027-01-01—2027-01-03　放假", 3, null)]
    [InlineData("", 0, "请至少写一行，例如“元旦 2027-01-01 至 2027-01-03 放假”。")]
    [InlineData("元旦 2027-01-01 放假\n元旦放假", 0, "第 2 行：请写成“节日 日期 至 日期 放假”或“节日 日期 上班”，日期形如 2027-02-05。")]
    [InlineData("元旦 2027-02-30 放假", 0, "第 1 行：2027-02-30 不是一个日期。")]
    [InlineData("元旦 2027-01-03 至 2027-01-01 放假", 0, "第 1 行：后一个日期早于前一个日期。")]
    [InlineData("元旦 2027-01-01 至 2027-10-03 放假", 0, "第 1 行：一次放假不会超过 31 天，请核对月份。")]
    [InlineData("元旦 2027-01-01 放假\n调休 2027-01-01 上班", 0, "第 2 行：2027-01-01 已在前面写过。")]
    [InlineData("元旦 9999-12-31 放假", 0, "第 1 行：年份应在 2007 到 2100 之间。")]
    public void Days_are_read_as_the_paper_says_them(string text, int count, string? expected)
    {
        var isRead = NoticeLines.TryRead(text, out var days, out var problem);
        Assert.Equal(expected, problem);
        Assert.Equal((expected is null, count), (isRead, days.Count));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Matching;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>Words that mean the same: effective at once on every node, in their own district, gone when they are removed; and what was asked for in vain.</summary>
public sealed class SynonymTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_synonym_finds_on_the_other_node_says_so_stays_in_its_district_and_goes_when_it_is_removed()
    {
        await using var second = world.StartSecond();
        using var here = await world.ApiAsync(world.Known.Secretary);
        using var there = second.CreateClient();
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;
        using var foreign = await world.ApiAsync(world.Known.ForeignSecretary);
        Assert.Null(await ReasonsAsync(there, "求购鑫亮锭", world.Known.Firm));

        var id = await AddAsync(here, "鑫亮锭＝铝合金锭");
        await Settling.UntilAsync("the other node followed", async () => await ReasonsAsync(there, "求购鑫亮锭 每月20吨", world.Known.Firm) is not null);
        Assert.Contains("按同义词“鑫亮锭”＝“铝合金锭”", await ReasonsAsync(there, "求购鑫亮锭 每月20吨", world.Known.Firm), StringComparison.Ordinal);
        await Settling.UntilAsync("this node followed", async () => await ReasonsAsync(here, "求购鑫亮锭", world.Known.Firm) is not null);
        // Their firm makes 铝合金锭 too; the word is another district's and means nothing here.
        Assert.Null(await ReasonsAsync(foreign, "求购鑫亮锭", world.Known.ForeignFirm));
        Assert.NotNull(await ReasonsAsync(foreign, "求购铝合金锭", world.Known.ForeignFirm));
        Assert.DoesNotContain("鑫亮锭", await foreign.GetStringAsync("/api/match/synonyms"), StringComparison.Ordinal);
        // The thing stands last: a mould for it is not it.
        Assert.Null(await ReasonsAsync(here, "求购鑫亮锭模具", world.Known.Firm));

        using (var edited = await here.PutAsJsonAsync($"/api/match/synonyms/{id}", new { text = "ZX77=ADC12" })) Assert.True(edited.IsSuccessStatusCode, await edited.Content.ReadAsStringAsync());
        await Settling.UntilAsync("the other node followed", async () => await ReasonsAsync(there, "求购鑫亮锭", world.Known.Firm) is null);
        Assert.Contains("按同义词“ZX77”＝“ADC12”", await ReasonsAsync(there, "求购 ZX77", world.Known.Firm), StringComparison.Ordinal); // by the graph's alias of the other word
        Assert.Null(await ReasonsAsync(there, "求购 ZX770", world.Known.Firm));

        using (var stranger = await foreign.DeleteAsync($"/api/match/synonyms/{id}")) Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using (var removed = await here.DeleteAsync($"/api/match/synonyms/{id}")) Assert.True(removed.IsSuccessStatusCode);
        await Settling.UntilAsync("the other node followed", async () => await ReasonsAsync(there, "求购 ZX77", world.Known.Firm) is null);
        Assert.Equal([nameof(SynonymsAdded), nameof(SynonymsChanged), nameof(SynonymsRemoved)], await world.ReadAsync(db => db.Set<LedgerEntry>()
            .Where(e => db.Set<LedgerSubject>().Any(s => s.Seq == e.Seq && s.EntityId == id)).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync()));
    }

    [WorldFact]
    public async Task What_the_administrator_says_counts_for_every_district_and_outlives_a_restart()
    {
        using (var admin = await world.ApiAsync(world.Known.Admin)) await AddAsync(admin, "渝亮锭=铝合金锭");
        using (var foreign = await world.ApiAsync(world.Known.ForeignSecretary))
        {
            await Settling.UntilAsync("the ledger was followed", async () => await ReasonsAsync(foreign, "求购渝亮锭", world.Known.ForeignFirm) is not null);
            var set = (await foreign.GetFromJsonAsync<JsonElement>("/api/match/synonyms?query=" + Uri.EscapeDataString("渝亮锭"))).GetProperty("items")[0];
            Assert.Equal(("全市", false), (set.GetProperty("district").GetString(), set.GetProperty("isOwn").GetBoolean()));
            using var changed = await foreign.PutAsJsonAsync($"/api/match/synonyms/{set.GetProperty("id").GetGuid()}", new { text = "渝亮锭=铝棒" });
            Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
        }

        await world.RestartAsync();
        using var own = await world.ApiAsync(world.Known.Secretary);
        await Settling.UntilAsync("the index was loaded", async () => await ReasonsAsync(own, "求购渝亮锭", world.Known.Firm) is not null);
    }

    [WorldFact]
    public async Task What_is_no_synonym_is_refused_in_words()
    {
        using var api = await world.ApiAsync(world.Known.Officer);
        await AddAsync(api, "甲亮管=乙亮管");
        foreach (var (text, said) in new[]
        {
            ("", "同义词"), ("丙亮管", "只有一个词"), ("丙亮管=丙亮管", "写了两次"), ("丙亮管= 丙 亮-管", "写了两次"), ("丙亮管=！？。", "没有可读的文字"), ("丙亮管=管", "太宽"), ("丙亮管=13912345678", "一串数字"),
            ("丙亮管=乙亮管", "已在另一组里"), ("丙1=丙2=丙3=丙4=丙5=丙6=丙7=丙8=丙9", "最多 8 个词"), ("丙亮管=" + new string('长', 31), "太长"), ("铝液=铝水", "已经都是“铝液”的名称或别名"),
            ("丁亮管=戊亮管\n丁亮管=己亮管", "第 2 行"),
        })
        {
            using var answer = await api.PostAsJsonAsync("/api/match/synonyms", new { text });
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, text);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.False(await world.ReadAsync(db => db.Set<SynonymSet>().AnyAsync(s => s.WordLines.Contains("丁亮管")))); // all lines or none
        using var manager = await world.ApiAsync(world.Known.Manager);
        foreach (var address in new[] { "/api/match/synonyms", "/api/match/poor-questions" })
        {
            using var denied = await manager.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }

        using var browser = await world.BrowserAsync(world.Known.Officer);
        var page = await browser.PageAsync("/match/synonyms?word=" + Uri.EscapeDataString("庚亮管"));
        using (var added = await browser.SubmitAsync("/match/synonyms", page, "add", new() { ["text"] = "庚亮管=辛亮管\r\n壬亮管\t癸亮管" })) Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        page = await browser.PageAsync("/match/synonyms");
        Assert.Contains("庚亮管＝辛亮管", page.Body!.TextContent, StringComparison.Ordinal);
        var id = await world.ReadAsync(db => db.Set<SynonymSet>().Where(s => s.WordLines == "壬亮管\n癸亮管").Select(s => s.Id).SingleAsync());
        using (var gone = await browser.SubmitAsync("/match/synonyms", page, $"remove-{id}")) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        using var export = await api.GetAsync("/api/match/synonyms/export.xlsx");
        Assert.Contains("庚亮管", await export.TextAsync(), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task What_nobody_answers_is_counted_without_who_asked()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var manager = await world.ApiAsync(world.Known.Manager);
        using var foreign = await world.ApiAsync(world.Known.ForeignSecretary);
        using var city = await world.ApiAsync(world.Known.City);
        foreach (var api in new[] { secretary, manager, manager, foreign })
            await api.GetStringAsync("/api/match?kind=Demand&text=" + Uri.EscapeDataString("求购氦检漏仪 每月3台，联系电话13912345678"));
        await secretary.GetStringAsync("/api/match?kind=Demand&text=" + Uri.EscapeDataString("求购铝合金锭")); // answered
        await secretary.GetStringAsync("/api/match?kind=Demand&text=" + Uri.EscapeDataString("，。！"));
        var log = world.Services.GetRequiredService<PoorQuestionLog>();
        await log.StoreAsync(default);
        await manager.GetStringAsync("/api/match?kind=Demand&text=" + Uri.EscapeDataString("求购氦检漏仪"));
        await log.StoreAsync(default);

        var own = (await secretary.GetFromJsonAsync<JsonElement>("/api/match/poor-questions")).GetProperty("items").EnumerateArray().Where(q => q.GetProperty("text").GetString()!.Contains("检漏仪", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, own.Sum(q => q.GetProperty("count").GetInt32()));
        Assert.Equal(["铜梁区"], own.Select(q => q.GetProperty("district").GetString()).Distinct());
        Assert.Equal(5, (await city.GetFromJsonAsync<JsonElement>("/api/match/poor-questions?query=" + Uri.EscapeDataString("检漏仪"))).GetProperty("items").EnumerateArray().Sum(q => q.GetProperty("count").GetInt32()));
        var kept = await world.ReadAsync(db => db.Set<PoorQuestion>().AsNoTracking().ToListAsync());
        Assert.DoesNotContain(kept, q => q.Text.Contains("139", StringComparison.Ordinal) || q.Text.Contains("铝合金锭", StringComparison.Ordinal));
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        Assert.Contains("检漏仪", (await browser.PageAsync("/match/words")).Body!.TextContent, StringComparison.Ordinal);
        using var export = await secretary.GetAsync("/api/match/poor-questions/export.xlsx");
        Assert.Equal(ListExport.ContentType, export.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<Guid> AddAsync(HttpClient api, string text)
    {
        using var answer = await api.PostAsJsonAsync("/api/match/synonyms", new { text });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ids")[0].GetGuid();
    }

    /// <summary>The reasons for which a firm answers directly; null when it does not.</summary>
    private static async Task<string?> ReasonsAsync(HttpClient api, string text, Guid firm)
        => (await api.GetFromJsonAsync<JsonElement>("/api/match?kind=Demand&take=50&text=" + Uri.EscapeDataString(text))).GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("organisationId").ValueKind == JsonValueKind.String && i.GetProperty("organisationId").GetGuid() == firm && i.GetProperty("direct").GetBoolean())
            .Select(i => string.Join('\n', i.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("text").GetString()))).FirstOrDefault();
}

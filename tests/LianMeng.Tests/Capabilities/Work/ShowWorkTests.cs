using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Work;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Ui;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Work;

/// <summary>What each role finds on its home page, and the order in which it waits.</summary>
public sealed class ShowWorkTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Each_role_gets_what_its_rights_and_its_firm_give()
    {
        var seen = new Dictionary<string, JsonElement>();
        foreach (var person in world.Known.OwnPeople)
        {
            using var api = await world.ApiAsync(person);
            seen[person.UserName] = await api.GetFromJsonAsync<JsonElement>("/api/work");
        }

        Assert.Equal(["区县", "账号", "审计账本"], Labels(world.Known.Admin));
        Assert.Equal(["审计账本"], Labels(world.Known.Auditor));
        Assert.Equal(["有效需求", "有效供给", "联盟", "在册企业"], Labels(world.Known.City));
        Assert.Equal(["有效需求", "有效供给", "联盟", "未办结的难题", "在册企业"], Labels(world.Known.Secretary));
        Assert.Equal(["我的有效供需"], Labels(world.Known.Manager));
        Assert.Contains(Titles(world.Known.Secretary, "waiting"), t => t.Contains("待核码", StringComparison.Ordinal));
        Assert.Contains(Titles(world.Known.Secretary, "changes"), t => t.Contains("资料有更新", StringComparison.Ordinal));
        Assert.Contains(Titles(world.Known.Secretary, "changes"), t => t.Contains("名册.csv", StringComparison.Ordinal));
        var waiting = Titles(world.Known.Manager, "waiting");
        Assert.All(["协调二期用电", "邀请本企业党组织任轮值单位", "重庆清溪铝锭有限公司", "1 条本地替代等贵企业确认"], title => Assert.Contains(title, waiting));
        Assert.Single(waiting, title => title.StartsWith("等贵企业确认：与", StringComparison.Ordinal));
        Assert.Equal(5, waiting.Count);
        Assert.Equal("废铝", Assert.Single(seen[world.Known.Manager.UserName].GetProperty("needs").EnumerateArray()).GetProperty("product").GetString());
        Assert.Empty(Titles(world.Known.Auditor, "waiting"));
        Assert.Equal(["登记难题", "导入名册"], Titles(world.Known.Secretary, "actions"));
        Assert.Empty(Titles(world.Known.City, "actions")); // reads all, changes nothing

        IEnumerable<string> Labels(Person person) => seen[person.UserName].GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("label").GetString()!);
        IReadOnlyList<string> Titles(Person person, string group) => [.. seen[person.UserName].GetProperty(group).EnumerateArray().Select(f => f.GetProperty("title").GetString()!)];
    }

    [WorldFact]
    public async Task What_presses_comes_first_then_what_is_due_first()
    {
        var today = DateOnly.FromDateTime(ChinaTime.Local(world.Clock.GetUtcNow().UtcDateTime));
        var actor = await world.ActorAsync(world.Known.Auditor);
        IEnumerable<WorkSource> sources = [new Fixed(20, new WorkBoard.Waiting("二", "", "/", WorkUrgency.ToDo)), new Fixed(10,
            new WorkBoard.Waiting("一", "", "/", WorkUrgency.ToDo), new WorkBoard.Waiting("早", "", "/", WorkUrgency.ToDo, today.AddDays(3)), new WorkBoard.Waiting("过", "", "/", WorkUrgency.ToDo, today.AddDays(-2)), new WorkBoard.Waiting("急", "", "/", WorkUrgency.LookAtOnce), new WorkBoard.Waiting("闲", "", "/", WorkUrgency.CanBeDone, today))];
        var view = (await world.AsAsync(actor, s => ActivatorUtilities.CreateInstance<ShowWork>(s, sources).RunAsync(new()))).Value!;
        Assert.Equal(["急", "过", "早", "一", "二", "闲"], view.Waiting.Select(w => w.Title));
        Assert.Equal([null, "已过期 2 天", "还有 3 天", null, null, "今天到期"], view.Waiting.Select(w => w.Clock));
    }

    [WorldFact]
    public async Task The_page_has_its_three_groups_in_order()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var headings = (await browser.PageAsync("/")).QuerySelectorAll("main h2").Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Matches("^等我处理 [0-9]+$", headings[0]);
        Assert.Equal(["有新变化", "数字"], headings.Skip(1));
    }

    [Theory]
    [InlineData(0, "今天到期")]
    [InlineData(1, "明天到期")]
    [InlineData(3, "还有 3 天")]
    [InlineData(-1, "已过期 1 天")]
    public void A_due_date_is_said_in_words(int days, string words)
    {
        var today = new DateOnly(2026, 12, 30);
        Assert.Equal(words, DueWords.Of(today.AddDays(days), today));
    }

    private sealed class Fixed(int order, params WorkBoard.Waiting[] lines) : WorkSource
    {
        public override int Order => order;

        public override Task AddAsync(WorkBoard board, CancellationToken cancellation)
        {
            foreach (var line in lines) board.Wait(line);
            return Task.CompletedTask;
        }
    }
}

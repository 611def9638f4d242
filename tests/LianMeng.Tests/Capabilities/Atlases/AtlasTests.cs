using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Atlases;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>An atlas from its first draft to its second issue, and what is refused on the way.</summary>
public sealed class AtlasTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Known Known => world.Known;

    [WorldFact]
    public async Task An_issue_is_frozen_the_draft_goes_on_and_the_difference_is_told_in_words()
    {
        var id = await BeginAsync("期次试验图谱", AtlasStart.Chain);
        using var officer = await world.ApiAsync(Known.Officer);
        using var manager = await world.ApiAsync(Known.Manager);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(new Uri($"/api/atlases/{id}", UriKind.Relative))).StatusCode);

        await MustAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(new() { Id = id, Summary = "首期" });
        var first = await manager.GetStringAsync($"/api/atlases/{id}/export.json");
        var again = await DoAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(new() { Id = id, Summary = "又一期" });
        Assert.Contains("完全相同", again.Message, StringComparison.Ordinal);

        await MustAsync<SaveNode, SaveNode.Input, Guid>(new() { Id = id, Name = "镁铝合金卷", Kind = NodeKind.Product, Stage = "铝加工" });
        await MustAsync<SaveLink, SaveLink.Input, Guid>(new() { Id = id, From = "铝锭", To = "镁铝合金卷", Meaning = NodeMeaning.InputOf, Coefficient = 1.05m, CoefficientUnit = "t/t", Source = "试验，2026" });
        await MustAsync<RemoveNode, RemoveNode.Input, Guid>(new() { Id = id, Key = "recycled-aluminium" });
        Assert.Equal(first, await manager.GetStringAsync($"/api/atlases/{id}/export.json"));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(new Uri($"/api/atlases/{id}?issue=0", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(new Uri($"/api/atlases/{id}/diff?from=1&to=0", UriKind.Relative))).StatusCode);

        await MustAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(new() { Id = id, Summary = "第二期" });
        var diff = await manager.GetFromJsonAsync<JsonElement>($"/api/atlases/{id}/diff?from=1&to=2");
        Assert.StartsWith("产品：新增 1 种、删去 1 种、修改 0 种；关系：新增 1 条、删去", diff.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("铝锭 用于生产 镁铝合金卷", diff.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(first, await manager.GetStringAsync($"/api/atlases/{id}/export.json?issue=1"));
        var page = (await (await world.BrowserAsync(Known.Manager)).PageAsync($"/atlases/{id}/issues?from=1&to=2")).Body!.TextContent;
        Assert.Contains("镁铝合金卷", page, StringComparison.Ordinal);
        var shown = await officer.GetFromJsonAsync<JsonElement>($"/api/atlases/{id}");
        Assert.Equal(2, shown.GetProperty("issue").GetInt32());
        Assert.Contains(shown.GetProperty("placements").EnumerateArray(), p => p.GetProperty("firms").EnumerateArray().Any(f => f.GetProperty("id").GetGuid() == Known.Firm));
        Assert.True((await world.VerifyLedgerAsync()).IsSound);
    }

    [WorldFact]
    public async Task Of_two_who_publish_or_change_at_once_one_is_told_and_a_removed_atlas_takes_no_more_changes()
    {
        var id = await BeginAsync("并发试验图谱", AtlasStart.Chain);
        using var officer = await world.ApiAsync(Known.Officer);
        var published = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => DoAsync<PublishAtlas, PublishAtlas.Input, PublishAtlas.Published>(new() { Id = id, Summary = $"同时发布 {i}" })));
        Assert.Equal(1, published.Count(p => p.IsDone));
        Assert.All(published.Where(p => !p.IsDone), p => Assert.Contains(p.Kind, new[] { OutcomeKind.Conflict, OutcomeKind.Refused }));

        var version = (await officer.GetFromJsonAsync<JsonElement>($"/api/atlases/{id}?issue=0")).GetProperty("version").GetGuid();
        var changed = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => DoAsync<SaveNode, SaveNode.Input, Guid>(new() { Id = id, Version = version, Name = $"同时添加 {i}", Kind = NodeKind.Product })));
        Assert.Equal(1, changed.Count(c => c.IsDone));
        Assert.All(changed.Where(c => !c.IsDone), c => Assert.Equal(OutcomeKind.Conflict, c.Kind));

        await MustAsync<RemoveAtlas, RemoveAtlas.Input, Guid>(new() { Id = id, Reason = "重新编" });
        var late = await DoAsync<SaveNode, SaveNode.Input, Guid>(new() { Id = id, Version = version, Name = "迟到的产品", Kind = NodeKind.Product });
        Assert.Contains("可能刚刚被删除", late.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(new Uri($"/api/atlases/{id}", UriKind.Relative))).StatusCode);
        // Its name is free again.
        await BeginAsync("并发试验图谱", AtlasStart.Empty);
        Assert.Contains("同名", Assert.Single((await DoAsync<CreateAtlas, CreateAtlas.Input, CreateAtlas.Created>(new() { Chain = "aluminium", Title = "并发试验图谱", Start = AtlasStart.Empty })).Errors["title"]), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task What_contradicts_itself_does_not_get_into_a_draft()
    {
        var id = await BeginAsync("矛盾试验图谱", AtlasStart.Product, "铝合金锭", 2);
        await Refused("同名", new SaveNode.Input { Id = id, Name = "铝合金锭", Kind = NodeKind.Product });
        await Refused("没有来源", new SaveNode.Input { Id = id, Name = "无来源价", Kind = NodeKind.Product, ReferencePrice = 5 });
        await Refused("没有环节", new SaveNode.Input { Id = id, Name = "无环节", Kind = NodeKind.Product, Stage = "没有这个环节" });
        await Refused("与自己相联", new SaveLink.Input { Id = id, From = "铝合金锭", To = "铝合金锭", Meaning = NodeMeaning.InputOf });
        await Refused("草稿里没有产品", new SaveLink.Input { Id = id, From = "月亮", To = "铝合金锭", Meaning = NodeMeaning.InputOf });
        await Refused("出处", new SaveLink.Input { Id = id, From = "铝锭", To = "铝合金锭", Meaning = NodeMeaning.InputOf, Coefficient = 1, CoefficientUnit = "t/t" });
        await MustAsync<SaveLink, SaveLink.Input, Guid>(new() { Id = id, From = "铝锭", To = "铝合金锭", Meaning = NodeMeaning.InputOf, SharePercent = 90, Source = "试验，2026" });
        await MustAsync<SaveNode, SaveNode.Input, Guid>(new() { Id = id, Name = "镁块试验", Kind = NodeKind.Material });
        await Refused("合计 180%", new SaveLink.Input { Id = id, From = "镁块试验", To = "铝合金锭", Meaning = NodeMeaning.InputOf, SharePercent = 90, Source = "试验，2026" });

        async Task Refused<TInput>(string words, TInput input)
            where TInput : DraftInput
        {
            var outcome = input switch
            {
                SaveNode.Input node => await DoAsync<SaveNode, SaveNode.Input, Guid>(node),
                SaveLink.Input link => await DoAsync<SaveLink, SaveLink.Input, Guid>(link),
                _ => throw new InvalidOperationException(),
            };
            Assert.False(outcome.IsDone, words);
            Assert.Contains(words, outcome.Message + string.Concat(outcome.Errors.Values.SelectMany(e => e)), StringComparison.Ordinal);
        }
    }

    [WorldFact]
    public async Task A_file_is_looked_at_first_and_then_becomes_the_draft()
    {
        using var officer = await world.ApiAsync(Known.Officer);
        var preview = await ImportAsync(officer, "chain=aluminium&title=文件试验图谱&product=铝&hops=1", "关系.csv", "起点,关系,终点\n铝,投入,轮毂\n轮毂,投入,整车\n");
        Assert.Equal((2, false), (preview.GetProperty("nodes").GetInt32(), preview.GetProperty("committed").GetBoolean()));
        var id = (await ImportAsync(officer, "chain=aluminium&title=文件试验图谱&commit=true", "关系.csv", "起点,关系,终点\n铝,投入,轮毂\n轮毂,投入,整车\n")).GetProperty("id").GetGuid();
        var again = await ImportAsync(officer, $"id={id}", "关系.csv", "起点,关系,终点\n铝,投入,轮毂\n轮毂,投入,电动整车\n");
        Assert.Equal("产品：新增 1 种、删去 1 种、修改 0 种；关系：新增 1 条、删去 1 条、修改 0 条。", again.GetProperty("summary").GetString());
        var bad = await PostAsync(officer, "chain=aluminium&title=坏文件", "坏.csv", "起点,关系,终点\n铝,投入,铝\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Contains("不能与自己相联", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var manager = await world.ApiAsync(Known.Manager);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(manager, "chain=aluminium&title=无权", "a.csv", "起点,关系,终点\n甲,投入,乙\n")).StatusCode);
    }

    private static async Task<JsonElement> ImportAsync(HttpClient api, string query, string name, string text)
    {
        var response = await PostAsync(api, query, name, text);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient api, string query, string name, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await api.PostAsync(new Uri("/api/imports/atlas?" + query, UriKind.Relative), form);
    }

    private async Task<Guid> BeginAsync(string title, AtlasStart start, string? product = null, int? hops = null)
        => (await MustAsync<CreateAtlas, CreateAtlas.Input, CreateAtlas.Created>(new() { Chain = "aluminium", Title = title, Start = start, Product = product, Hops = hops })).Id;

    private Task<Outcome<TResult>> DoAsync<TCommand, TInput, TResult>(TInput input)
        where TCommand : Command<TInput, TResult> where TInput : class
        => world.RunAsync(Known.Officer, services => services.GetRequiredService<TCommand>(), input);

    private async Task<TResult> MustAsync<TCommand, TInput, TResult>(TInput input)
        where TCommand : Command<TInput, TResult> where TInput : class
    {
        var outcome = await DoAsync<TCommand, TInput, TResult>(input);
        Assert.True(outcome.IsDone, outcome.Message + string.Concat(outcome.Errors.Values.SelectMany(e => e)));
        return outcome.Value!;
    }
}

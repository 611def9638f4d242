using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Capabilities.ByProductUses;
using LianMeng.Capabilities.FigureConsents;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>What an atlas says of the district's firms: as much as they declared, to everybody as much as he may know, and what came of it.</summary>
public sealed partial class AtlasAnalysisTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Known Known => world.Known;

    [WorldFact]
    public async Task At_0_30_60_and_100_percent_declared_unknown_becomes_a_gap()
    {
        var atlas = await world.PublishedAtlasAsync("申报率试验");
        var lines = new List<(Guid Firm, Guid Line)>();
        foreach (var name in new[] { "重庆江岸", "重庆北碚水土", "重庆大足龙水", "重庆合川清平", "重庆永川凤凰", "重庆荣昌板桥", "重庆璧山来凤", "重庆綦江古南", "重庆万州高峰", "重庆涪陵白涛" })
        {
            var firm = await world.FirmAsync(name + "冶金材料有限公司");
            lines.Add((firm, await world.LineAsync(firm, new() { Role = ProductRole.Buys, Name = "氟化铝" })));
        }

        // a firm without a code is in no figure
        var uncoded = (await world.EnterAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(new() { Name = "重庆待核码冰晶厂", NotListed = true })).Id;
        await world.LineAsync(uncoded, new() { Role = ProductRole.Buys, Name = "氟化铝", Quantity = 99999, Unit = "吨", Origin = ProductOrigin.Outside });

        foreach (var (declared, expected) in new[] { (0, "Unknown"), (3, "Unknown"), (6, "Broken"), (10, "Broken") })
        {
            foreach (var (firm, line) in lines.Take(declared))
                await world.EnterAsync<ChangeProduct, ChangeProduct.Input, Guid>(new() { Id = firm, ProductId = line, Name = "氟化铝", Quantity = 100_000, Unit = "公斤", PriceLow = 9, Origin = ProductOrigin.Outside });
            var (row, summary, gaps) = await AsAsync(Known.Secretary, async services =>
            {
                var health = (await services.GetRequiredService<ListAtlasHealth>().RunAsync(new() { Id = atlas, PageSize = 200 })).Must().Items;
                if (declared == 0)
                {
                    // the other tests of this class declare of two products
                    var silent = health.Where(r => r.Declared == 0).ToList();
                    Assert.InRange(silent.Count, health.Count - 10, health.Count);
                    Assert.All(silent, r => Assert.Equal(HealthWord.Unknown, r.Health));
                }


                return (health.Single(r => r.Key == "aluminium-fluoride"), (await services.GetRequiredService<ShowAtlasHealth>().RunAsync(new() { Id = atlas })).Must(), (await services.GetRequiredService<ListAtlasGaps>().RunAsync(new() { Id = atlas })).Must().Items);
            });
            Assert.Equal((expected, 10, declared), (row.Health.ToString(), row.Expected, row.Declared));
            Assert.Equal(expected == "Unknown" ? 10 - declared : 0, row.AskCount);
            if (expected == "Unknown")
            {
                Assert.DoesNotContain(gaps, g => g.Key == "aluminium-fluoride");
                Assert.Contains(summary.Questions, q => q.Products.Contains("氟化铝"));
                continue;
            }

            // 公斤 are counted in 吨, 元/公斤 in 元/吨: 100 吨 × 9 000 元 a firm
            var gap = gaps.Single(g => g.Key == "aluminium-fluoride");
            Assert.Equal((declared * 900_000m, declared < 10), (gap.Leaving.Exact, gap.Leaving.IsAtLeast));
        }

        world.Clock.Advance(TimeSpan.FromDays(181));
        var stale = await AsAsync(Known.Secretary, async services => (await services.GetRequiredService<ListAtlasHealth>().RunAsync(new() { Id = atlas, Word = HealthWord.Unknown, Query = "氟化铝" })).Must().Items);
        Assert.Contains("氟化铝", stale.Select(r => r.Product));
    }

    [WorldFact]
    public async Task Fewer_than_three_buyers_are_bands_to_all_but_themselves_on_every_way_out()
    {
        var atlas = await world.PublishedAtlasAsync("披露试验");
        // the neighbour's figures are the canaries; the manager's firm sells to it
        await world.LineAsync(Known.Neighbour, new() { Role = ProductRole.Buys, Name = "预焙阳极", Quantity = 7654.321m, Unit = "吨", PriceLow = 8765.4m, Origin = ProductOrigin.Outside, Freight = 321.09m, LeadDays = 20 });
        await world.LineAsync(Known.Neighbour, new() { Role = ProductRole.ByProduct, Name = "废铝", Quantity = 3456.789m, Unit = "吨", IsGoods = true, Composition = "Al 87.65%", Income = 43.21m });
        await world.LineAsync(Known.Firm, new() { Role = ProductRole.Makes, Name = "预焙阳极", Quantity = 20_000, Unit = "吨", Sold = 1_000, PriceLow = 5_000, PriceHigh = 6_000 });
        await world.EnterAsync<StateByProductUse, StateByProductUse.Input, StateByProductUse.Stated>(new() { Firm = "重庆清溪铝锭有限公司", Products = "废铝", Capacity = 10_000, Value = 15_000, Yield = 0.9m, Treatment = 500 });
        await world.EnterAsync<StateByProductUse, StateByProductUse.Input, StateByProductUse.Stated>(new() { Firm = "重庆清溪铝锭有限公司", Products = "废铝", Capacity = 10_000, Specification = "Al≥99%", Value = 15_000, Yield = 0.9m, Treatment = 500 });
        await world.EnterAsync<DeclareSupplyLink, DeclareSupplyLink.Input, DeclareSupplyLink.Declared>(new() { Firm = "重庆小石压铸有限公司", Side = SupplySide.Buyer, Partner = "重庆清溪铝锭有限公司", Product = "铝棒", Quantity = 4321.987m, Unit = "吨", Value = 65_432_109 });
        string[] canaries = ["7654", "8765", "321.09", "3456", "87.65", "43.21", "4321", "6543", "8443", "6709", "3100", "2372", "2373", "0.77万", "0.35万", "0.43万"];

        var neighbour = await world.ManagerOfAsync(2);
        foreach (var person in new[] { Known.Secretary, Known.Manager })
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            foreach (var way in Ways(atlas, Known.Firm))
            {
                var answers = way.StartsWith("/api/", StringComparison.Ordinal) ? api : browser;
                using var answer = await answers.GetAsync(way);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{way} {person}: {(int)answer.StatusCode}");
                // identifiers and fractions of a second are no figures
                var text = Ids().Replace(await answer.TextAsync(), "");
                Assert.All(canaries, canary => Assert.False(text.Contains(canary, StringComparison.Ordinal), $"{way} shows {canary} to {person}"));
            }
        }

        var seen = await AsAsync(Known.Secretary, async services => (
            Row: Assert.Single((await services.GetRequiredService<ListSubstitutions>().RunAsync(new() { Id = atlas, Query = "预焙阳极" })).Must().Items),
            Flow: Assert.Single((await services.GetRequiredService<ListByProductPlan>().RunAsync(new() { Id = atlas })).Must().Items),
            Refusal: Assert.Single((await services.GetRequiredService<ListByProductRefusals>().RunAsync(new() { Id = atlas })).Must().Items),
            Stop: (await services.GetRequiredService<ShowWhatIf>().RunAsync(new() { Id = atlas, Organisation = Known.Firm })).Must()));
        Assert.True(seen.Row.Saving.IsBand && seen.Row.Quantity.IsBand && seen.Flow.Tonnes.IsBand && seen.Flow.Profit.IsBand);
        Assert.Equal(ListByProductRefusals.Withheld, seen.Refusal.Reasons);
        Assert.True(Assert.Single(seen.Stop.Result!.Firms).Lost.IsBand);

        // the maker learns that somebody could need it, not who
        var (maker, makerRows) = await AsAsync(Known.Manager, async services => (
            (await services.GetRequiredService<ShowSubstitutions>().RunAsync(new() { Id = atlas })).Must(), (await services.GetRequiredService<ListSubstitutions>().RunAsync(new() { Id = atlas })).Must().Items));
        Assert.Empty(makerRows);
        Assert.True(Assert.Single(maker.OwnProducts).Quantity.IsBand);

        // the firm itself reads its own to the kilogram, and nothing of others' relations
        var own = await AsAsync(neighbour, async services => (
            Row: Assert.Single((await services.GetRequiredService<ListSubstitutions>().RunAsync(new() { Id = atlas })).Must().Items),
            Refusal: Assert.Single((await services.GetRequiredService<ListByProductRefusals>().RunAsync(new() { Id = atlas })).Must().Items),
            Foreign: await services.GetRequiredService<ShowWhatIf>().RunAsync(new() { Id = atlas, Organisation = Known.Firm }),
            Steps: await services.GetRequiredService<ListStepDowns>().RunAsync(new() { Id = atlas, Organisation = Known.Firm })));
        // 8765.4 − 6000 + 321.09 − 15 km × 0.45 + 8765.4 × 5 % × 17 ÷ 365
        var perUnit = 8765.4m - 6000 + 321.09m - 6.75m + 8765.4m * 0.05m * 17 / 365;
        Assert.Equal((7654.321m, true), (own.Row.Quantity.Exact, Math.Abs(own.Row.Saving.Exact!.Value - 7654.321m * perUnit) < 0.01m));
        Assert.Contains("Al 87.65 低于要求的 99", own.Refusal.Reasons, StringComparison.Ordinal);
        Assert.Equal((OutcomeKind.NotFound, OutcomeKind.NotFound), (own.Foreign.Kind, own.Steps.Kind));

        // whom it authorised reads it as it does, until it says otherwise
        var until = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime).AddDays(30);
        (await world.RunAsync(neighbour, s => s.GetRequiredService<GiveFigureConsent>(), new GiveFigureConsent.Input { Recipient = ConsentRecipient.ChainOffice, Until = until })).Must();
        (await world.RunAsync(neighbour, s => s.GetRequiredService<GiveFigureConsent>(), new GiveFigureConsent.Input { Recipient = ConsentRecipient.Organisation, Organisation = "重庆清溪铝锭有限公司", Until = until })).Must();
        Assert.Equal(7654.321m, (await AsAsync(Known.Secretary, async services => Assert.Single((await services.GetRequiredService<ListSubstitutions>().RunAsync(new() { Id = atlas, Query = "预焙阳极" })).Must().Items))).Quantity.Exact);
        Assert.Equal(7654.321m, (await AsAsync(Known.Manager, async services => (await services.GetRequiredService<ListAtlasGaps>().RunAsync(new() { Id = atlas, Query = "预焙阳极" })).Must().Items)).Single().Outside.Exact);
    }

    [WorldFact]
    public async Task A_row_becomes_a_task_once_and_shows_how_it_stands_to_those_concerned()
    {
        var atlas = await world.PublishedAtlasAsync("任务试验");
        foreach (var name in new[] { "重庆南川水江", "重庆石柱临溪", "重庆丰都湛普" })
            await world.LineAsync(await world.FirmAsync(name + "碳素制品有限公司"), new() { Role = ProductRole.Buys, Name = "煤沥青", Quantity = 50, Unit = "吨", PriceLow = 4000, Origin = ProductOrigin.Outside });

        using var secretary = await world.BrowserAsync(Known.Secretary);
        var gaps = await secretary.PageAsync($"/atlases/{atlas}/gaps?pageSize=200");
        var link = gaps.QuerySelectorAll(".lm-task-links a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("gap%3Acoal-tar-pitch", StringComparison.Ordinal) && h.Contains("InvestmentLead", StringComparison.Ordinal));
        var form = await secretary.PageAsync(link);
        using var started = await secretary.SubmitAsync(link, form, "start", new() { ["deadline"] = "2027-01-31" });
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var task = Guid.Parse(started.Headers.Location!.ToString().Split('/')[^1].Split('?')[0]);
        var words = (await secretary.PageAsync($"/atlases/{atlas}/gaps?query=煤沥青")).Body!.TextContent;
        Assert.Contains("已转招商线索 · 办理中", words, StringComparison.Ordinal);
        Assert.Contains("招商线索：缺口“煤沥青”", (await secretary.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        // two who start the same at once: one task
        var both = await Task.WhenAll(new[] { Known.Secretary, Known.Officer }.Select(person => world.RunAsync(person, s => s.GetRequiredService<StartAtlasTask>(), new StartAtlasTask.Input { Id = atlas, Row = "gap:coal-tar-pitch", Action = AtlasTaskAction.Difficulty })));
        Assert.Equal([OutcomeKind.Done, OutcomeKind.Refused], both.Select(o => o.Kind).Order());
        Assert.Equal(1, await world.ReadAsync(db => db.Set<AtlasTask>().CountAsync(t => t.AtlasId == atlas && t.Action == AtlasTaskAction.Difficulty)));

        // closed with a result, which the next list shows
        using (var done = await secretary.SubmitAsync($"/atlas-tasks/{task}", await secretary.PageAsync($"/atlas-tasks/{task}"), "finish", new() { ["text"] = "已与两家外地厂商对接" }))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var api = await world.ApiAsync(Known.Secretary);
        using var sheet = await api.GetAsync($"/api/atlases/{atlas}/gaps/export.xlsx");
        Assert.Contains("已办结：已与两家外地厂商对接", await sheet.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Done, (await world.RunAsync(Known.Secretary, s => s.GetRequiredService<MoveAtlasTask>(), new MoveAtlasTask.Input { Id = task, Step = AtlasTaskStep.Reopen, Text = "对方改了主意" })).Kind);

        // others see to it, by another day
        using (var absurd = await secretary.SubmitAsync($"/atlas-tasks/{task}", await secretary.PageAsync($"/atlas-tasks/{task}"), "reassign", new() { ["deadline"] = "2099-01-01", ["organisation"] = "重庆小石压铸有限公司" }))
            Assert.Contains("期限应在近一年至今后五年之间", (await absurd.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);
        using (var given = await secretary.SubmitAsync($"/atlas-tasks/{task}", await secretary.PageAsync($"/atlas-tasks/{task}"), "reassign", new() { ["deadline"] = "2027-03-15", ["organisation"] = "重庆小石压铸有限公司", ["userId"] = "" }))
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var owner = await world.ManagerOfAsync(2);
        Assert.Equal(OutcomeKind.Done, await ShowAsync(owner, task));
        using (var owning = await world.BrowserAsync(owner)) Assert.Contains("缺口“煤沥青”", (await owning.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Refused, (await world.RunAsync(owner, s => s.GetRequiredService<ReassignAtlasTask>(), new ReassignAtlasTask.Input { Id = task })).Kind);
        Assert.Contains("期限 2027-01-31 → 2027-03-15", (await secretary.PageAsync($"/atlas-tasks/{task}")).Body!.TextContent, StringComparison.Ordinal);

        // a firm acts on its own row alone; the district's officers see to it, others do not see it
        var own = AtlasRow.StepDown(Known.Firm, "coal-tar-pitch").Key;
        Assert.Equal(OutcomeKind.Refused, (await StartAsync(Known.Manager, AtlasRow.StepDown(Known.Neighbour, "coal-tar-pitch").Key)).Kind);
        Assert.Equal(OutcomeKind.Refused, (await StartAsync(Known.Manager, "gap:coal-tar-pitch")).Kind);
        var asked = await StartAsync(Known.Manager, own);
        Assert.True(asked.IsDone, asked.Message);
        var neighbour = await world.ManagerOfAsync(2);
        Assert.Equal((OutcomeKind.Done, OutcomeKind.NotFound, OutcomeKind.NotFound), (await ShowAsync(Known.Manager, asked.Value!.Id), await ShowAsync(neighbour, asked.Value.Id), await ShowAsync(Known.ForeignOfficer, asked.Value.Id)));
        Assert.Equal(OutcomeKind.NotFound, await ShowAsync(Known.Manager, task));
        Assert.Contains("延伸", (await (await world.BrowserAsync(Known.Officer)).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Refused, (await world.RunAsync(Known.Manager, s => s.GetRequiredService<MoveAtlasTask>(), new MoveAtlasTask.Input { Id = asked.Value.Id, Step = AtlasTaskStep.Finish, Text = "自己办了" })).Kind);
        Assert.Equal(OutcomeKind.Done, (await world.RunAsync(Known.Manager, s => s.GetRequiredService<MoveAtlasTask>(), new MoveAtlasTask.Input { Id = asked.Value.Id, Step = AtlasTaskStep.Drop, Text = "不需要了" })).Kind);

        // a deleted atlas keeps its tasks, and takes no new ones
        Assert.Equal(OutcomeKind.Done, (await world.RunAsync(Known.Secretary, s => s.GetRequiredService<RemoveAtlas>(), new RemoveAtlas.Input { Id = atlas, Reason = "试验结束" })).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await StartAsync(Known.Secretary, "gap:coal-tar-pitch")).Kind);
        Assert.Equal(OutcomeKind.Done, await ShowAsync(Known.Secretary, task));
        Assert.True((await world.VerifyLedgerAsync()).IsSound);

        Task<Outcome<StartAtlasTask.Created>> StartAsync(Person person, string row)
            => world.RunAsync(person, s => s.GetRequiredService<StartAtlasTask>(), new StartAtlasTask.Input { Id = atlas, Row = row, Action = AtlasTaskAction.Introduce });

        Task<OutcomeKind> ShowAsync(Person person, Guid id) => AsAsync(person, async s => (await s.GetRequiredService<ShowAtlasTask>().RunAsync(new() { Id = id })).Kind);
    }

    [WorldFact]
    public async Task What_is_not_there_is_not_found_and_what_cannot_be_read_is_said_in_words()
    {
        var atlas = await world.PublishedAtlasAsync("错误输入试验");
        using var secretary = await world.ApiAsync(Known.Secretary);
        using var foreign = await world.ApiAsync(Known.ForeignSecretary);
        var nobody = Guid.CreateVersion7();
        foreach (var way in Ways(atlas, Known.Firm).Where(w => w.StartsWith("/api/", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusAsync(way));
            Assert.Equal(HttpStatusCode.NotFound, await secretary.StatusAsync(way.Replace(atlas.ToString(), nobody.ToString(), StringComparison.Ordinal)));
        }

        foreach (var (way, status) in new[]
        {
            ($"/what-if?organisation={nobody}", HttpStatusCode.NotFound), ($"/step-downs?organisation={Known.ForeignFirm}", HttpStatusCode.NotFound), ("/gaps?issue=99", HttpStatusCode.NotFound),
            ("/what-if?organisation=铝", HttpStatusCode.UnprocessableEntity), ("/health?word=坏", HttpStatusCode.UnprocessableEntity), ("/gaps?issue=-1", HttpStatusCode.UnprocessableEntity),
        }) Assert.Equal((way, status), (way, await secretary.StatusAsync($"/api/atlases/{atlas}{way}")));
        foreach (var row in new[] { "gap:没有这个产品", "gap:", "sub:1:2:alumina", "x", $"step:{nobody:N}:alumina" })
        {
            using var answer = await secretary.PostAsJsonAsync($"/api/atlases/{atlas}/tasks", new { row, action = "Introduce" });
            Assert.Equal((row, HttpStatusCode.UnprocessableEntity), (row, answer.StatusCode));
        }
    }

    private static IEnumerable<string> Ways(Guid atlas, Guid firm)
    {
        foreach (var list in new[] { "health", "gaps", "gaps/second-tier", "strengths", "substitutions", "by-products", "by-products/refusals", "tasks" })
        {
            yield return $"/api/atlases/{atlas}/{list}?pageSize=200";
            yield return $"/api/atlases/{atlas}/{list}/export.xlsx";
        }

        yield return $"/api/atlases/{atlas}/step-downs?organisation={firm}";
        yield return $"/api/atlases/{atlas}/step-downs/export.xlsx?organisation={firm}";
        foreach (var view in new[] { "health/summary", "gaps/summary", "substitutions/summary", "by-products/summary", "weak-points", $"what-if?organisation={firm}", $"what-if?organisation={firm}&replaced=true", $"step-downs/summary?organisation={firm}" })
            yield return $"/api/atlases/{atlas}/{view}";
        foreach (var page in new[] { "health?pageSize=200", "gaps?pageSize=200", "substitutions", "by-products", $"what-if?organisation={firm}", $"what-if?organisation={firm}&replaced=true", $"step-downs?organisation={firm}", "tasks" })
            yield return $"/atlases/{atlas}/{page}";
    }

    [WorldFact]
    public async Task A_task_follows_the_firm_that_its_firm_turned_out_to_be()
    {
        var atlas = await world.PublishedAtlasAsync("合并试验");
        var (kept, twin) = (await world.FirmAsync("重庆南沱炭素有限公司"), await world.FirmAsync("重庆石沱电极材料厂"));
        var row = AtlasRow.StepDown(twin, "coal-tar-pitch").Key;
        var task = (await world.EnterAsync<StartAtlasTask, StartAtlasTask.Input, StartAtlasTask.Created>(new() { Id = atlas, Row = row, Action = AtlasTaskAction.Introduce, Organisation = "重庆石沱电极材料厂" })).Id;
        await world.EnterAsync<MergeOrganisation, MergeOrganisation.Input, MergeOrganisation.Done>(new() { Id = kept, OtherId = twin });
        Assert.Equal((AtlasRow.StepDown(kept, "coal-tar-pitch").Key, kept, kept), await ReadAsync());
        await world.EnterAsync<UnmergeOrganisation, UnmergeOrganisation.Input, Guid>(new() { Id = kept });
        Assert.Equal((row, twin, twin), await ReadAsync());

        async Task<(string, Guid?, Guid)> ReadAsync() => await world.ReadAsync(async db =>
        {
            var found = await db.Set<AtlasTask>().SingleAsync(t => t.Id == task);
            return (found.RowKey, found.OwnerOrganisationId, (await db.Set<AtlasTaskFirm>().SingleAsync(f => f.TaskId == task)).OrganisationId);
        });
    }

    private async Task<T> AsAsync<T>(Person person, Func<IServiceProvider, Task<T>> ask) => await world.AsAsync(await world.ActorAsync(person), ask);

    [GeneratedRegex("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?")]
    private static partial Regex Ids();
}

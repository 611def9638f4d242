using System.CommandLine;
using System.Text.Json;
using LianMeng.Capabilities.Matching;
using LianMeng.Engine.Matching;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host.Verb;

internal static class MatchVerb
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "需要什么，例如 \"求购再生铝锭 ADC12 每月200吨\"" };
        var kind = new Option<MatchKind>("--kind") { Description = "Demand：谁能供应（默认）；Supply：谁在采购" };
        var take = new Option<int>("--take") { Description = "最多几家", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "输出与 GET /api/match 相同的 JSON" };
        var verb = new Command("match", "找对接") { text, kind, take, json };
        verb.SetAction((parse, cancellation) => RunAsync(new() { Text = parse.GetRequiredValue(text), Kind = parse.GetValue(kind), Take = parse.GetValue(take) }, parse.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(FindMatches.Input input, bool json, CancellationToken cancellation)
    {
        await using var host = await ConsoleHost.OpenAsync(cancellation);
        await host.Services.GetRequiredService<MatchingFollower>().LoadOnceAsync(cancellation);
        await using var scope = await host.ScopeAsync(Shared.Access.DistrictIds.City, cancellation);
        var outcome = await scope.ServiceProvider.GetRequiredService<FindMatches>().RunAsync(input, cancellation);
        if (!outcome.IsDone) return ConsoleHost.Fail(outcome);

        var view = outcome.Value!;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(view, Json.Options));
            return 0;
        }

        if (view.Items.Count == 0) Console.WriteLine("没有找到合适的对接对象。");
        foreach (var missing in view.Items.Count == 0 ? view.Missing : []) Console.WriteLine($"  {missing}");
        foreach (var (item, index) in view.Items.Select((item, index) => (item, index)))
        {
            Console.WriteLine($"{index + 1,2}. {item.Score,6:0.0}  {item.OrganisationName}  {item.Uscc ?? "待核码"}");
            foreach (var reason in item.Reasons) Console.WriteLine($"             {reason.Text}");
        }

        return 0;
    }
}

using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>The atlases of the demonstration, through the use cases; one that stands is left as it is.</summary>
internal sealed class DemonstrationAtlases(ConsoleHost host)
{
    /// <param name="Later">products that the second issue brings; none: there is one issue</param>
    private sealed record Plan(string Region, string Chain, string Title, string[] Later);

    private static readonly Plan[] Plans =
    [
        new("500151", "aluminium", "铜梁区铝产业链图谱（演示）", ["再生铝", "铝灰"]),
        new("500151", "equipment", "铜梁区电动自行车与装备产业链图谱（演示）", []),
        new("500151", "electronics", "铜梁区电子信息产业链图谱（演示）", []),
        new("500151", "energy", "铜梁区新能源产业链图谱（演示）", []),
        new("500107", "aluminium", "九龙坡区铝产业链图谱（演示）", []),
    ];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        foreach (var plan in Plans)
        {
            var district = await DistrictAsync(plan, cancellation);
            if (district is null) continue;
            await using var scope = await host.ScopeAsync(district.Value, cancellation);
            await BuildAsync(plan, scope.ServiceProvider, cancellation);
            say(plan.Title);
        }
    }

    /// <summary>null when the atlas stands already</summary>
    private async Task<Guid?> DistrictAsync(Plan plan, CancellationToken cancellation)
    {
        await using var reading = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = reading.ServiceProvider.GetRequiredService<AppDb>();
        var district = await db.Set<District>().Where(d => d.RegionCode == plan.Region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
        return await db.WithRemoved<Atlas>().AnyAsync(a => a.DistrictId == district && a.Title == plan.Title, cancellation) ? null : district;
    }

    private static async Task BuildAsync(Plan plan, IServiceProvider services, CancellationToken cancellation)
    {
        var graph = services.GetRequiredService<ChainBackbones>().Graph;
        var id = Must(await services.GetRequiredService<CreateAtlas>().RunAsync(new() { Chain = plan.Chain, Title = plan.Title, Start = AtlasStart.Chain, Note = "内容来自本平台自编的产业链骨架；企业和数量均为演示用的虚构数据。" }, cancellation: cancellation)).Id;
        var later = plan.Later.Select(name => graph.Find(name) ?? throw new InvalidOperationException($"The backbones have no {name}.")).ToList();
        var links = later.SelectMany(p => graph.Of(p.Key)).Distinct().ToList();
        foreach (var product in later) Must(await services.GetRequiredService<RemoveNode>().RunAsync(new() { Id = id, Key = product.Key }, cancellation: cancellation));
        Must(await services.GetRequiredService<PublishAtlas>().RunAsync(new() { Id = id, Summary = "首期" }, cancellation: cancellation));
        if (later.Count == 0) return;

        // As a secretary would: the loop that closes is drawn after the first joint meeting.
        foreach (var product in later)
        {
            Must(await services.GetRequiredService<SaveNode>().RunAsync(new()
            {
                Id = id, Name = product.Name, Aliases = string.Join('、', product.Aliases), Kind = (NodeKind)product.Kind, Stage = product.Stage, Unit = "吨", TaxCode = product.TaxCode,
            }, cancellation: cancellation));
        }

        foreach (var link in links)
        {
            var (from, to) = (graph.ByKey(link.From)!.Name, graph.ByKey(link.To)!.Name);
            var outcome = await services.GetRequiredService<SaveLink>().RunAsync(new()
            {
                Id = id, From = from, To = to, Meaning = (NodeMeaning)link.Meaning, Coefficient = link.Coefficient, CoefficientUnit = link.CoefficientUnit, SharePercent = link.Share * 100, Source = link.Source,
            }, cancellation: cancellation);
            // A link to a product of another chain has no place here.
            if (!outcome.IsDone && outcome.Kind != OutcomeKind.Invalid) Must(outcome);
        }

        Must(await services.GetRequiredService<PublishAtlas>().RunAsync(new() { Id = id, Summary = "补充再生铝和铝灰利用，闭合回收环节" }, cancellation: cancellation));
    }
}

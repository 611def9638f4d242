using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Deals;
using LianMeng.Capabilities.Deals.Substitutions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>Deals in every stage, each side's word by an account of that side: some confirmed by both, some declared, some on which the two differ. A district that has deals is left as it is.</summary>
internal sealed class DemonstrationDeals(ConsoleHost host)
{
    private const string Ebike = "重庆岚骁驿电动车股份有限公司", Motor = "重庆漩钧电机有限公司", Die = "重庆珩熔压铸有限公司", Fine = "重庆岫鋆精密压铸有限公司", Wheel = "重庆辚圜车轮有限公司", Wire = "重庆缃络线束有限公司", Scrap = "重庆汨蚨再生资源有限公司",
        Ingot = "重庆炽汨镕再生铝业有限公司", Casting = "重庆岐镟压铸有限公司", Alloy = "重庆镕樾铝合金材料有限公司", Melt = "重庆泓燧湉铝液科技有限公司", Dross = "重庆烬苏环保科技有限公司", Plate = "重庆崟嵂铝板带股份有限公司", Profile = "重庆榀桁工业型材有限公司";

    /// <summary>Who states a stage.</summary>
    private enum By { Both, Seller, Buyer, Officer, Differing }

    private enum End { None, Disputed, Settled, Failed }

    private sealed record Step(DealStage Stage, By By, decimal? Amount = null);

    /// <param name="Ago">days since the meeting; a stage follows every <paramref name="Pace"/> days</param>
    private sealed record Story(string Region, string Seller, string Buyer, string Product, decimal Quantity, string Unit, decimal Price, int Ago, int Pace, End End, params Step[] Steps);

    private static readonly Story[] Stories =
    [
        new("500151", Motor, Ebike, "轮毂电机", 12_000, "台", 186, 250, 24, End.None, B(DealStage.Intent), B(DealStage.Contract, 2_232_000), B(DealStage.Delivered, 1_116_000), B(DealStage.Paid, 1_004_400)),
        new("500151", Die, Ebike, "电机壳体压铸件", 30_000, "件", 18.5m, 210, 30, End.None, B(DealStage.Trial), B(DealStage.Contract, 555_000), B(DealStage.Delivered, 277_500)),
        new("500151", Wheel, Ebike, "铝合金轮毂", 20_000, "只", 62, 160, 20, End.None, B(DealStage.Intent), B(DealStage.Contract, 1_240_000), new(DealStage.Delivered, By.Differing, 310_000)),
        new("500151", Wire, Ebike, "主线束", 15_000, "套", 41, 95, 25, End.None, B(DealStage.Contract, 615_000)),
        new("500151", Fine, Motor, "电机端盖", 9_000, "件", 9.8m, 300, 40, End.None, B(DealStage.Contract, 88_200), B(DealStage.Delivered, 88_200), B(DealStage.Paid, 88_200), B(DealStage.Closed)),
        new("500151", Die, Motor, "电机壳体", 24_000, "件", 16.2m, 60, 15, End.None, B(DealStage.Intent), new(DealStage.Trial, By.Seller), new(DealStage.Contract, By.Seller, 388_800)),
        new("500151", Fine, Ebike, "充电器外壳压铸件", 8_000, "件", 7.4m, 40, 12, End.None, B(DealStage.Intent), new(DealStage.Trial, By.Buyer)),
        new("500151", Die, Scrap, "压铸边角料", 180, "吨", 14_800, 120, 20, End.Disputed, B(DealStage.Contract, 2_664_000), B(DealStage.Delivered, 888_000)),
        new("500151", Wheel, Motor, "轮毂毛坯", 3_000, "只", 48, 130, 30, End.Failed, B(DealStage.Intent)),
        new("500151", Wire, Motor, "电机引出线", 24_000, "套", 5.6m, 20, 10, End.None, new Step(DealStage.Intent, By.Officer)),
        new("500151", Motor, Ebike, "后桥电机", 2_000, "台", 420, 15, 10, End.None),
        new("500107", Ingot, Casting, "ADC12 铝合金锭", 600, "吨", 19_600, 280, 26, End.None, B(DealStage.Trial), B(DealStage.Contract, 11_760_000), B(DealStage.Delivered, 5_880_000), B(DealStage.Paid, 5_292_000)),
        new("500107", Alloy, Casting, "铸造铝合金锭", 200, "吨", 20_100, 180, 30, End.None, B(DealStage.Contract, 4_020_000), B(DealStage.Delivered, 2_010_000)),
        new("500107", Casting, Ingot, "压铸浇冒口", 90, "吨", 14_200, 110, 20, End.None, B(DealStage.Intent), B(DealStage.Contract, 1_278_000)),
        new("500107", Ingot, Dross, "铝灰渣", 300, "吨", 200, 140, 30, End.None, B(DealStage.Contract, 60_000), B(DealStage.Delivered, 30_000)),
        new("500107", Melt, Casting, "直供铝液", 500, "吨", 18_900, 70, 20, End.None, B(DealStage.Trial), new(DealStage.Contract, By.Differing, 9_450_000)),
        new("500107", Plate, Profile, "铝合金中厚板", 40, "吨", 22_400, 90, 30, End.Settled, B(DealStage.Contract, 896_000)),
        new("500107", Alloy, Plate, "镁铝中间合金", 12, "吨", 26_000, 50, 20, End.None, new Step(DealStage.Intent, By.Seller)),
        new("500107", Profile, Casting, "工装铝型材", 8, "吨", 24_500, 75, 20, End.Failed, B(DealStage.Intent), new(DealStage.Trial, By.Buyer)),
        new("500107", Melt, Ingot, "ADC12 铝合金锭", 150, "吨", 19_300, 35, 12, End.None, new Step(DealStage.Intent, By.Officer)),
    ];

    /// <summary>What came out of an introduction.</summary>
    private static readonly string[] Introduced = ["铝合金轮毂", "主线束", "电机端盖", "电机壳体", "轮毂毛坯", "铸造铝合金锭", "直供铝液", "铝合金中厚板", "铝灰渣", "镁铝中间合金"];

    private static readonly (string Region, string Buyer, string Maker, string Product, string From, decimal Quantity, string Unit, decimal Price, decimal Freight, int Days, bool Confirmed)[] Replaced =
    [
        ("500151", Ebike, Wheel, "铝合金轮毂", "浙江台州", 20_000, "只", 96_000, 58_000, 9, true),
        ("500151", Ebike, Die, "电机壳体压铸件", "江苏常州", 30_000, "件", 27_000, 64_500, 7, true),
        ("500151", Motor, Fine, "电机端盖", "浙江宁波", 9_000, "件", 5_400, 11_200, 6, false),
        ("500107", Casting, Ingot, "ADC12 铝合金锭", "广东佛山", 600, "吨", 120_000, 168_000, 5, true),
        ("500107", Casting, Alloy, "铸造铝合金锭", "山东滨州", 200, "吨", -18_000, 74_000, 8, false),
    ];

    private readonly Dictionary<Guid, Actor> actors = [];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var (deals, records) = (0, 0);
        foreach (var region in Stories.Select(s => s.Region).Distinct(StringComparer.Ordinal))
        {
            var (district, firms, isThere) = await ReadAsync(region, cancellation);
            if (isThere) continue;
            foreach (var story in Stories.Where(s => s.Region == region && firms.ContainsKey(s.Seller) && firms.ContainsKey(s.Buyer)))
            {
                await TellAsync(district, firms[story.Seller], firms[story.Buyer], story, cancellation);
                deals++;
            }

            foreach (var line in Replaced.Where(r => r.Region == region && firms.ContainsKey(r.Buyer) && firms.ContainsKey(r.Maker)))
            {
                var today = Today;
                var id = await AsAsync(await SpeakerAsync(district, firms[line.Buyer], cancellation), async s => Must(await s.GetRequiredService<StateSubstitution>().RunAsync(new()
                {
                    Maker = line.Maker, Product = line.Product, FromPlace = line.From, MovedOn = today.AddDays(-90), Quantity = line.Quantity, Unit = line.Unit, PriceSaving = line.Price, FreightSaving = line.Freight, LeadDaysSaved = line.Days,
                }, cancellation: cancellation)).Id);
                if (line.Confirmed) await AsAsync(await SpeakerAsync(district, firms[line.Maker], cancellation), async s => Must(await s.GetRequiredService<ConfirmSubstitution>().RunAsync(new() { Id = id }, cancellation: cancellation)));
                records++;
            }
        }

        say($"合作：新增 {deals} 笔；本地替代：新增 {records} 条");
    }

    private static Step B(DealStage stage, decimal? amount = null) => new(stage, By.Both, amount);

    private DateOnly Today => ChinaTime.Today(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private async Task<(Guid District, Dictionary<string, Guid> Firms, bool IsThere)> ReadAsync(string region, CancellationToken cancellation)
    {
        await using var reading = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = reading.ServiceProvider.GetRequiredService<AppDb>();
        var district = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
        var names = Stories.SelectMany(s => new[] { s.Seller, s.Buyer }).Distinct(StringComparer.Ordinal).ToList();
        return (district, await db.Set<Organisation>().Where(o => o.DistrictId == district && names.Contains(o.Name)).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation),
            await db.Set<Deal>().AnyAsync(d => d.DistrictId == district, cancellation));
    }

    /// <summary>The two were introduced, agreed and talked, each for itself.</summary>
    private async Task<Guid> IntroduceAsync(Actor one, Actor other, Guid buyer, string product, CancellationToken cancellation)
    {
        var id = await AsAsync(one, async s => Must(await s.GetRequiredService<StartIntroduction>().RunAsync(new()
        {
            OrganisationId = buyer, Side = IntroductionSide.Seller, Product = product, ContactName = "彭女士（演示）", ContactPhone = "023-00008801",
        }, cancellation: cancellation)).Id);
        await AsAsync(other, async s => Must(await s.GetRequiredService<ConsentIntroduction>().RunAsync(new() { Id = id, ContactName = "蒋先生（演示）", ContactPhone = "023-00008802" }, cancellation: cancellation)));
        await AsAsync(other, async s => Must(await s.GetRequiredService<TalkIntroduction>().RunAsync(new() { Id = id }, cancellation: cancellation)));
        return id;
    }

    private async Task TellAsync(Guid district, Guid seller, Guid buyer, Story story, CancellationToken cancellation)
    {
        var (one, other) = (await SpeakerAsync(district, seller, cancellation), await SpeakerAsync(district, buyer, cancellation));
        var day = Today.AddDays(-story.Ago);
        var introduction = Introduced.Contains(story.Product) ? await IntroduceAsync(one, other, buyer, story.Product, cancellation) : (Guid?)null;
        var id = await AsAsync(one, async s =>
        {
            var partner = (await s.GetRequiredService<FirmDirectory>().FindAsync(buyer, cancellation))!.Name;
            return Must(await s.GetRequiredService<OpenDeal>().RunAsync(new()
            {
                IntroductionId = introduction, Side = DealSide.Seller, Partner = partner, Product = story.Product, Quantity = story.Quantity, Unit = story.Unit, Price = story.Price, HappenedOn = day,
            }, cancellation: cancellation)).Id;
        });
        if (story.Steps.Length == 0) return;
        await ConfirmAsync(other, id, DealStage.Met, cancellation);
        if (story.Product == "铝灰渣") await LinkAsync(one, id, seller, buyer, cancellation);
        foreach (var step in story.Steps)
        {
            day = day.AddDays(story.Pace) is var next && next < Today ? next : Today;
            await StateAsync(district, one, other, id, step, day, cancellation);
        }

        await EndAsync(one, other, id, story.End, cancellation);
    }

    private async Task StateAsync(Guid district, Actor one, Actor other, Guid id, Step step, DateOnly day, CancellationToken cancellation)
    {
        var speaker = step.By == By.Buyer ? other : one;
        if (step.By == By.Officer)
        {
            await using var scope = await host.ScopeAsync(district, cancellation);
            Must(await scope.ServiceProvider.GetRequiredService<StateDealStep>().RunAsync(new() { Id = id, Side = DealSide.Seller, Stage = step.Stage, HappenedOn = day, Amount = step.Amount, Note = "电话了解" }, cancellation: cancellation));
            return;
        }

        await AsAsync(speaker, async s => Must(await s.GetRequiredService<StateDealStep>().RunAsync(new() { Id = id, Stage = step.Stage, HappenedOn = day, Amount = step.Amount }, cancellation: cancellation)));
        if (step.By == By.Both) await ConfirmAsync(other, id, step.Stage, cancellation);
        if (step.By == By.Differing) await AsAsync(other, async s => Must(await s.GetRequiredService<StateDealStep>().RunAsync(new() { Id = id, Stage = step.Stage, HappenedOn = day, Amount = step.Amount * 0.96m, Note = "扣除退货" }, cancellation: cancellation)));
    }

    private async Task EndAsync(Actor one, Actor other, Guid id, End end, CancellationToken cancellation)
    {
        if (end is End.Disputed or End.Settled) await AsAsync(other, async s => Must(await s.GetRequiredService<DisputeDeal>().RunAsync(new() { Id = id, Reason = "有一批含水率超标，数量对不上" }, cancellation: cancellation)));
        if (end == End.Settled) await AsAsync(other, async s => Must(await s.GetRequiredService<SettleDeal>().RunAsync(new() { Id = id, How = "已换货，按合同执行" }, cancellation: cancellation)));
        if (end == End.Failed) await AsAsync(one, async s => Must(await s.GetRequiredService<FailDeal>().RunAsync(new() { Id = id, Reason = "价格谈不拢" }, cancellation: cancellation)));
    }

    private Task ConfirmAsync(Actor speaker, Guid id, DealStage stage, CancellationToken cancellation)
        => AsAsync(speaker, async s => Must(await s.GetRequiredService<ConfirmDealStep>().RunAsync(new() { Id = id, Stage = stage }, cancellation: cancellation)));

    /// <summary>Where the register has the by-product and the receiver's permit.</summary>
    private Task LinkAsync(Actor speaker, Guid id, Guid seller, Guid buyer, CancellationToken cancellation) => AsAsync(speaker, async s =>
    {
        var ways = s.GetRequiredService<ByProductWays>();
        var (stream, use) = ((await ways.StreamsAsync(seller, cancellation)).FirstOrDefault(w => w.Title.StartsWith("铝灰渣", StringComparison.Ordinal)), (await ways.UsesAsync(buyer, cancellation)).FirstOrDefault());
        if (stream is null || use is null || (await ways.CheckAsync(seller, buyer, stream.Id, use.Id, Today, cancellation)).Problem is not null) return false;
        Must(await s.GetRequiredService<LinkByProduct>().RunAsync(new() { Id = id, StreamId = stream.Id, UseId = use.Id }, cancellation: cancellation));
        return true;
    });

    /// <summary>A person of the firm, by an account of its own: nobody else's word confirms anything.</summary>
    private async Task<Actor> SpeakerAsync(Guid district, Guid firm, CancellationToken cancellation)
    {
        if (actors.TryGetValue(firm, out var known)) return known;
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (name, code) = await db.Set<Organisation>().Where(o => o.Id == firm).Select(o => new ValueTuple<string, string?>(o.Name, o.Uscc)).SingleAsync(cancellation);
        var userName = DemonstrationAccounts.All.FirstOrDefault(a => a.Firm == name && a.Role == Role.EnterpriseManager)?.UserName ?? $"deal-{code![^6..].ToLowerInvariant()}";
        var normalised = userName.ToUpperInvariant();
        var user = await db.Users.Where(u => u.NormalizedUserName == normalised).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellation)
            ?? Must(await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new()
            {
                UserName = userName, DisplayName = $"{name.Replace("重庆", "", StringComparison.Ordinal)[..3]}经理（演示）", Password = DemonstrationAccounts.Password, Role = Role.EnterpriseManager, DistrictId = district, Uscc = code,
            }, cancellation: cancellation)).Id;
        await using var fresh = await host.ScopeAsync(DistrictIds.City, cancellation);
        return actors[firm] = (await fresh.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(user, cancellation))!;
    }

    private async Task<T> AsAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.GetRequiredService<TrustedScopes>().OpenFor(actor);
        return await work(scope.ServiceProvider);
    }
}

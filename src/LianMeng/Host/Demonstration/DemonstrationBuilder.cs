using System.Globalization;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// Builds the demonstration through the use cases, as people would: districts, rosters in the size the press reports speak of,
/// accounts. Run again it changes nothing.
/// </summary>
internal sealed class DemonstrationBuilder(ConsoleHost host)
{
    private static readonly (string Name, string Region, string Roster)[] Districts =
    [
        ("铜梁区", "500151", "tongliang.csv"),
        ("九龙坡区", "500107", "jiulongpo.csv"),
    ];

    /// <summary>Links between firms of one district, most of them declared by both.</summary>
    private const int LinksOfDistrict = 32;

    /// <returns>what went wrong, or null</returns>
    public async Task<string?> BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        var graph = new InventedGraph(host.Services.GetRequiredService<ChainBackbones>());
        var firms = new InventedFirms(graph);
        foreach (var (name, region, roster) in Districts)
        {
            var districtId = await EnsureDistrictAsync(name, region, cancellation);
            if (districtId is null) return $"已有名为“{name}”的正式区县，演示数据不会混入其中；请换一个空的数据库（Storage:Path 或 ConnectionStrings:LianMeng）。";
            if (await ImportAsync(districtId.Value, name, roster, firms.Invented(region), say, cancellation) is { } problem) return problem;
            if (await ImportDetailsAsync(districtId.Value, name, new InventedDetails(graph, firms.Written(region), ulong.Parse(region, CultureInfo.InvariantCulture)), new InventedFigures(graph, firms.Written(region), firms.Invented(region), ulong.Parse(region, CultureInfo.InvariantCulture)), say, cancellation) is { } lines) return lines;
            if (await ImportUnitsAsync(districtId.Value, name, Path.ChangeExtension(roster, ".units.csv"), say, cancellation) is { } wrong) return wrong;
        }

        await EnterTwiceAsync("500151", cancellation);
        say("开设演示账号 …");
        foreach (var account in DemonstrationAccounts.All)
        {
            if (await EnsureAccountAsync(account, cancellation) is { } problem) return problem;
        }

        await new DemonstrationAlliances(host).BuildAsync(say, cancellation);
        await new DemonstrationFacts(host).BuildAsync(say, cancellation);
        await new DemonstrationAtlases(host).BuildAsync(say, cancellation);
        foreach (var (name, region, _) in Districts) await PostAsync(name, region, new InventedListings(graph, firms).Of(region), say, cancellation);
        await new DemonstrationIntroductions(host).BuildAsync(say, cancellation);
        await new DemonstrationDeals(host).BuildAsync(say, cancellation);
        await new DemonstrationInquiries(host).BuildAsync(say, cancellation);
        await new DemonstrationDifficulties(host).BuildAsync(say, cancellation);
        await TellAsync(say, cancellation);
        return null;
    }

    /// <summary>What firms ask for and offer, and what became of some of it. A listing that was posted by an earlier run is left as it is.</summary>
    private async Task PostAsync(string name, string region, IReadOnlyList<InventedListing> listings, Action<string> say, CancellationToken cancellation)
    {
        var began = host.Services.GetRequiredService<TimeProvider>().GetTimestamp();
        Guid districtId;
        Dictionary<string, Guid> firms;
        HashSet<string> posted;
        await using (var reading = await host.ScopeAsync(DistrictIds.City, cancellation))
        {
            var db = reading.ServiceProvider.GetRequiredService<AppDb>();
            districtId = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
            firms = await db.Set<Organisation>().Where(o => o.DistrictId == districtId).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation);
            posted = [.. await db.Set<Receipt>().Where(r => r.ActorKey == reading.ServiceProvider.GetRequiredService<Actor>().Key && r.Key.StartsWith("demo:" + region)).Select(r => r.Key).ToListAsync(cancellation)];
        }

        var added = 0;
        for (var at = 0; at < listings.Count; at++)
        {
            if (posted.Contains(KeyOf(at)) || !firms.TryGetValue(listings[at].FirmName, out var firm)) continue;
            await PostAsync(listings[at], KeyOf(at), districtId, firm, cancellation);
            if (++added % 100 == 0) say($"{name} 供需 {added} 条 …");
        }

        say($"{name} 供需 {listings.Count} 条：新增 {added}，用时 {host.Services.GetRequiredService<TimeProvider>().GetElapsedTime(began).TotalSeconds:0.0} 秒");

        string KeyOf(int at) => $"demo:{region}:{at}";
    }

    private async Task PostAsync(InventedListing listing, string key, Guid districtId, Guid firm, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(districtId, cancellation);
        var services = scope.ServiceProvider;
        var id = Must(await services.GetRequiredService<PostListing>().RunAsync(new()
        {
            OrganisationId = firm, Kind = listing.Kind, Subject = listing.Subject, WasteCode = listing.WasteCode, Title = listing.Title, Text = listing.Text, Product = listing.Product, Quantity = listing.Quantity, Unit = listing.Unit, Price = listing.Price,
            Certificates = string.Join('；', listing.Certificates), Region = listing.Region, Visibility = listing.Visibility, Draft = listing.Then == ListingState.Draft,
            ValidUntil = ChinaTime.Today(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(listing.ValidForDays),
        }, key, cancellation)).Id;
        if (listing.Then == ListingState.Matched) Must(await services.GetRequiredService<MatchListing>().RunAsync(new() { Id = id }, cancellation: cancellation));
        else if (listing.Then == ListingState.Closed) Must(await services.GetRequiredService<CloseListing>().RunAsync(new() { Id = id, Reason = "已与本地企业签约" }, cancellation: cancellation));
        else if (listing.Then == ListingState.Withdrawn) Must(await services.GetRequiredService<WithdrawListing>().RunAsync(new() { Id = id, Reason = "暂不需要" }, cancellation: cancellation));
    }

    /// <summary>What follows from all this is done before anybody looks: the firms of the accounts are told of what fits them.</summary>
    private async Task TellAsync(Action<string> say, CancellationToken cancellation)
    {
        say("通知相符的企业 …");
        await host.Services.GetRequiredService<MatchingFollower>().LoadOnceAsync(cancellation);
        await new DemonstrationSearches(host).BuildAsync(cancellation);
        var deliveries = host.Services.GetRequiredService<DeliveryRunner>();
        while (await deliveries.TurnAsync(cancellation) > 0) { }
    }

    private async Task<Guid?> EnsureDistrictAsync(string name, string region, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var existing = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<District>().FirstOrDefaultAsync(d => d.Name == name, cancellation);
        if (existing is not null) return existing.IsDemonstration ? existing.Id : null;
        var outcome = await scope.ServiceProvider.GetRequiredService<CreateDistrict>().RunAsync(new() { Name = name, RegionCode = region, IsDemonstration = true }, cancellation: cancellation);
        return Must(outcome).Id;
    }

    private async Task<string?> ImportAsync(Guid districtId, string name, string roster, IReadOnlyList<InventedFirm> invented, Action<string> say, CancellationToken cancellation)
    {
        var clock = host.Services.GetRequiredService<TimeProvider>();
        var began = clock.GetTimestamp();
        say($"{name} 名册 …");
        await using var written = typeof(DemonstrationBuilder).Assembly.GetManifestResourceStream(roster)!;
        await using var around = await InventedRoster.WriteAsync(invented, cancellation);
        var reports = new List<ImportReport>();
        foreach (var (content, fileName) in new (Stream, string)[] { (written, roster), (around, Path.ChangeExtension(roster, ".invented.csv")) })
        {
            var report = await ImportAsync(districtId, content, fileName, cancellation);
            if (report.RejectedRows > 0) return string.Join('\n', report.Rejected.Select(r => $"{fileName} 第 {r.Row} 行 {r.Column}“{r.Value}”：{r.Reason}"));
            reports.Add(report);
        }

        var (added, changed, same) = (reports.Sum(r => r.New), reports.Sum(r => r.Changed), reports.Sum(r => r.Same));
        say($"{name} 名册 {added + changed + same} 家：新增 {added}，变更 {changed}，未变 {same}，用时 {clock.GetElapsedTime(began).TotalSeconds:0.0} 秒");
        return null;
    }

    /// <summary>Quantities, prices, contacts, sites and certificates of some firms, so that their pages are worth a look.</summary>
    private async Task<string?> ImportDetailsAsync(Guid districtId, string name, InventedDetails details, InventedFigures figures, Action<string> say, CancellationToken cancellation)
    {
        var told = new List<string>();
        foreach (var (import, words, write) in new (Func<IServiceProvider, ImportCommand>, string, Func<CancellationToken, Task<MemoryStream>>)[]
        {
            (services => services.GetRequiredService<ImportProducts>(), "产品明细", figures.ProductsAsync),
            (services => services.GetRequiredService<ImportContacts>(), "联系人", details.ContactsAsync),
            (services => services.GetRequiredService<ImportSites>(), "厂区", details.SitesAsync),
            (services => services.GetRequiredService<ImportQualifications>(), "资质证书", details.QualificationsAsync),
            (services => services.GetRequiredService<ImportSupplyLinks>(), "供货关系申报", token => figures.LinksAsync(LinksOfDistrict, token)),
        })
        {
            await using var content = await write(cancellation);
            var report = await ImportAsync(districtId, content, $"{name}{words}.csv", cancellation, import);
            if (report.RejectedRows > 0) return string.Join('\n', report.Rejected.Select(r => $"{name}{words} 第 {r.Row} 行 {r.Column}“{r.Value}”：{r.Reason}"));
            told.Add($"{words} {report.New + report.Changed + report.Same} 项");
        }

        say($"{name} {string.Join("，", told)}");
        return null;
    }

    /// <summary>Departments, banks and the like: in the same register, in no figure about firms.</summary>
    private async Task<string?> ImportUnitsAsync(Guid districtId, string name, string roster, Action<string> say, CancellationToken cancellation)
    {
        await using var written = typeof(DemonstrationBuilder).Assembly.GetManifestResourceStream(roster)!;
        var report = await ImportAsync(districtId, written, roster, cancellation);
        say($"{name} 部门、银行等其他单位 {report.New + report.Changed + report.Same} 个");
        return report.RejectedRows == 0 ? null : string.Join('\n', report.Rejected.Select(r => $"{roster} 第 {r.Row} 行 {r.Column}“{r.Value}”：{r.Reason}"));
    }

    /// <summary>
    /// Three firms of the roster once more, as a hurried clerk would have entered them: something to look at under 重复核对. The name
    /// has lost its place, its legal form is another, one character is another that sounds like it. None has a code: no figure counts them.
    /// </summary>
    private static readonly string[] EnteredTwice = ["岚骁驿电动车股份有限公司", "重庆澍骋途车业厂", "重庆稷轮刚三轮车制造有限公司"];

    private async Task EnterTwiceAsync(string region, CancellationToken cancellation)
    {
        Guid districtId;
        HashSet<string> known;
        await using (var reading = await host.ScopeAsync(DistrictIds.City, cancellation))
        {
            var db = reading.ServiceProvider.GetRequiredService<AppDb>();
            districtId = await db.Set<District>().Where(d => d.RegionCode == region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
            // merged by somebody who tried it out: it is not entered again
            known = [.. await db.WithRemoved<Organisation>().Where(o => o.DistrictId == districtId && EnteredTwice.Contains(o.Name)).Select(o => o.Name).ToListAsync(cancellation)];
        }

        foreach (var name in EnteredTwice.Where(name => !known.Contains(name)))
        {
            await using var scope = await host.ScopeAsync(districtId, cancellation);
            Must(await scope.ServiceProvider.GetRequiredService<RegisterOrganisation>().RunAsync(new() { Name = name, RegionCode = region, NotListed = true }, cancellation: cancellation));
        }
    }

    private async Task<ImportReport> ImportAsync(Guid districtId, Stream content, string fileName, CancellationToken cancellation, Func<IServiceProvider, ImportCommand>? import = null)
    {
        await using var scope = await host.ScopeAsync(districtId, cancellation);
        var hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(districtId, content, cancellation);
        return Must(await (import?.Invoke(scope.ServiceProvider) ?? scope.ServiceProvider.GetRequiredService<ImportEnterprises>()).RunAsync(new() { FileHash = hash, FileName = fileName, Commit = true }, cancellation: cancellation));
    }

    private async Task<string?> EnsureAccountAsync(DemonstrationAccounts.Account account, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var normalised = account.UserName.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalised, cancellation)) return null;
        var districtId = account.Region is null ? null : await db.Set<District>().Where(d => d.RegionCode == account.Region && d.IsDemonstration).Select(d => (Guid?)d.Id).SingleAsync(cancellation);
        var uscc = account.Firm is null ? null : await db.Set<Organisation>().Where(o => o.DistrictId == districtId && o.Name == account.Firm).Select(o => o.Uscc).SingleAsync(cancellation);
        Must(await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new()
        {
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            Password = DemonstrationAccounts.Password,
            Role = account.Role,
            DistrictId = districtId,
            Uscc = uscc,
        }, cancellation: cancellation));
        return null;
    }

    /// <summary>The demonstration's own data is refused by nothing but a fault.</summary>
    internal static T Must<T>(Outcome<T> outcome)
        => outcome.IsDone ? outcome.Value! : throw new InvalidOperationException(string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
}

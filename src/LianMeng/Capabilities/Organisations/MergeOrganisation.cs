using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// Makes one of two entries of the same firm: the chosen values field by field, the lists united, what belonged to the second moved to the
/// first, its names and codes kept as former ones. <see cref="UnmergeOrganisation"/> takes it back at any time.
/// </summary>
public sealed class MergeOrganisation(UseCaseContext context, MergeTrail trail, IEnumerable<OrganisationMergeRule> rules, PersonNames people) : Command<MergeOrganisation.Input, MergeOrganisation.Done>(context)
{
    public sealed class Input
    {
        /// <summary>The one that stays.</summary>
        public Guid Id { get; set; }

        [Display(Name = "并入的企业")]
        public Guid? OtherId { get; set; }

        /// <summary>Versions that the person compared; none for a caller who did not look.</summary>
        public Guid? Version { get; set; }
        public Guid? OtherVersion { get; set; }

        [Display(Name = "名称取对方的")] public bool TakeName { get; set; }
        [Display(Name = "统一社会信用代码取对方的")] public bool TakeUscc { get; set; }
        [Display(Name = "单位类型取对方的")] public bool TakeKind { get; set; }
        [Display(Name = "行政区划取对方的")] public bool TakeRegionCode { get; set; }
        [Display(Name = "地址取对方的")] public bool TakeAddress { get; set; }
        [Display(Name = "园区/镇街取对方的")] public bool TakePark { get; set; }
        [Display(Name = "行业取对方的")] public bool TakeIndustryCode { get; set; }
        [Display(Name = "从业人员取对方的")] public bool TakeStaff { get; set; }
        [Display(Name = "营业收入取对方的")] public bool TakeRevenue { get; set; }
        [Display(Name = "资产总额取对方的")] public bool TakeAssets { get; set; }
        [Display(Name = "数据年份取对方的")] public bool TakeDataYear { get; set; }
        [Display(Name = "所属产业链取对方的")] public bool TakeChain { get; set; }
    }

    public sealed record Done(Guid MergeId, Guid Id) : ICreated
    {
        [JsonIgnore]
        public string Location => $"/api/organisations/{Id}";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    /// <summary>The pair, whichever way round: of two who merge it at once the second finds it done.</summary>
    protected override string? LockName(Input input)
    {
        var (first, second) = DuplicateDecision.Pair(input.Id, input.OtherId ?? Guid.Empty);
        return $"merge:{first:N}:{second:N}";
    }

    protected override Outcome<Done> OnDuplicate() => Outcome<Done>.Refused("其中一家刚刚被别人并入另一家，没有保存任何内容；请刷新页面核对。");

    protected override async Task<Outcome<Done>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!await Db.WithRemoved<Organisation>().AnyAsync(o => o.Id == input.Id, cancellation)) return Outcome<Done>.NotFound();
        if (input.OtherId is not { } otherId) return Outcome<Done>.Invalid("otherId", "请选择要并入的企业。");
        if (otherId == input.Id) return Outcome<Done>.Invalid("otherId", "一家企业不能与它自己合并。");
        if (await trail.OfMergedAsync([input.Id, otherId], cancellation) is { } earlier) return await TellAsync(earlier, cancellation);

        var firms = await Db.Set<Organisation>().Whole().Include(o => o.Formers).Where(o => o.Id == input.Id || o.Id == otherId).ToListAsync(cancellation);
        if (firms.Find(f => f.Id == input.Id) is not { } survivor || firms.Find(f => f.Id == otherId) is not { } merged) return Outcome<Done>.NotFound();
        if (firms.Exists(f => f.DistrictId != Actor.WriteDistrict)) return Outcome<Done>.Refused("其中一家属于别的区县；只能合并本区县名册里的企业。");
        if (survivor.Kind != merged.Kind && !input.TakeKind && survivor.Kind != OrganisationKind.Enterprise && merged.Kind != OrganisationKind.Enterprise)
            return Outcome<Done>.Refused("两家的单位类型不同，请先核对资料。");
        // A merge writes both rows: whoever changed either of them meanwhile is not overwritten.
        if (input.Version is { } seen && seen != survivor.Version || input.OtherVersion is { } other && other != merged.Version) return Outcome<Done>.Conflict();

        var merge = OrganisationMerge.Of(survivor, merged, Actor.UserId, Now);
        var record = new MergeRecord { WasPublished = merged.Card is not null, Choices = Choices(input) };
        // The second gives up its place in the unique indexes before the first takes its name or code.
        merged.StepBehind(Now);
        await Db.FlushAsync(cancellation);
        survivor = await Db.Set<Organisation>().Whole().Include(o => o.Formers).FirstAsync(o => o.Id == input.Id, cancellation);
        record = record with { Before = MergeColumns.Of(Db.Entry(survivor)) };

        var known = survivor.Formers.Select(f => f.Id).ToHashSet();
        if (record.WasPublished) survivor.Publish();
        var changes = survivor.TakeOver(Chosen(input, survivor, merged), merged, new(DataSource.Form, Now, Actor.UserId));
        record.Formers.AddRange(survivor.Formers.Select(f => f.Id).Where(id => !known.Contains(id)));
        CopyLines(survivor, merged, record);
        foreach (var rule in rules)
        {
            if (await rule.MoveAsync(merged.Id, survivor.Id, cancellation) is { Count: > 0 } moved) record.Moved[rule.Name] = moved;
        }

        merge.Keep(record with { After = MergeColumns.Of(Db.Entry(survivor)) });
        Db.Add(merge);
        Record(new OrganisationsMerged(merge.Id, survivor.Id, merged.Id, changes, Counts(record)));
        return Outcome<Done>.Done(new(merge.Id, survivor.Id));
    }

    /// <summary>Whoever comes second reads who did what.</summary>
    private async Task<Outcome<Done>> TellAsync(OrganisationMerge earlier, CancellationToken cancellation)
    {
        var by = earlier.By is { } id && (await people.KnownAsync([id], cancellation)).TryGetValue(id, out var name) ? name : "别人";
        var survivor = await Db.WithRemoved<Organisation>().AsNoTracking().Where(o => o.Id == earlier.SurvivorId).Select(o => o.Name).FirstOrDefaultAsync(cancellation);
        return Outcome<Done>.Refused($"“{earlier.MergedName}”已由{by}于 {ChinaTime.DateAndTime(earlier.At)} 并入“{survivor}”，没有再合并；如果并错了方向，请在“{survivor}”的页面撤销合并。");
    }

    private void CopyLines(Organisation survivor, Organisation merged, MergeRecord record)
    {
        var have = Lines(survivor).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var line in Lines(merged).OrderBy(l => l.Position).ToList())
        {
            if (!have.Add(KeyOf(line))) continue;
            var copy = survivor.CopyOf(line);
            record.Lines.Add(new(copy.GetType().Name, copy.Id, MergeColumns.Of(Db.Entry(copy))));
        }
    }

    private static IEnumerable<OrganisationLine> Lines(Organisation firm) => [.. firm.Products, .. firm.Qualifications, .. firm.Contacts, .. firm.Sites];

    /// <summary>Two lines that say the same of a firm.</summary>
    private static string KeyOf(OrganisationLine line) => line switch
    {
        OrganisationProduct product => $"product|{product.Role}|{product.Name}",
        OrganisationQualification qualification => $"qualification|{qualification.Name}",
        OrganisationContact contact => $"contact|{contact.Name}|{contact.PhoneDigest}",
        OrganisationSite site => $"site|{site.Name}|{site.Address}",
        _ => line.Id.ToString(),
    };

    /// <summary>What one entry lacks comes from the other; where both say something, as chosen.</summary>
    private static OrganisationDetails Chosen(Input input, Organisation a, Organisation b) => new()
    {
        Name = input.TakeName ? b.Name : a.Name,
        Uscc = Pick(input.TakeUscc, a.Uscc, b.Uscc),
        Kind = input.TakeKind ? b.Kind : a.Kind,
        RegionCode = Pick(input.TakeRegionCode, a.RegionCode, b.RegionCode),
        Address = Pick(input.TakeAddress, a.Address, b.Address),
        Park = Pick(input.TakePark, a.Park, b.Park),
        IndustryCode = Pick(input.TakeIndustryCode, a.IndustryCode, b.IndustryCode),
        Staff = input.TakeStaff ? b.Staff ?? a.Staff : a.Staff ?? b.Staff,
        Revenue = input.TakeRevenue ? b.Revenue ?? a.Revenue : a.Revenue ?? b.Revenue,
        Assets = input.TakeAssets ? b.Assets ?? a.Assets : a.Assets ?? b.Assets,
        DataYear = input.TakeDataYear ? b.DataYear ?? a.DataYear : a.DataYear ?? b.DataYear,
        Chain = Pick(input.TakeChain, a.Chain, b.Chain),
    };

    private static string? Pick(bool other, string? mine, string? theirs) => other ? theirs ?? mine : mine ?? theirs;

    private static Dictionary<string, string> Choices(Input input) => typeof(Input).GetProperties().Where(p => p.PropertyType == typeof(bool) && (bool)p.GetValue(input)!).ToDictionary(p => p.Name["Take".Length..], _ => "other");

    private static string[] Counts(MergeRecord record) => [.. record.Moved.Select(m => $"{m.Key} {m.Value.Count}")];
}

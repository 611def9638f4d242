using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A site: a new one, or one that is known stated anew.</summary>
public sealed class SaveSite(UseCaseContext context) : FirmCommand<SaveSite.Input, Guid>(context)
{
    public const int Most = 50;

    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>Left out for a new one.</summary>
        public Guid LineId { get; set; }

        [Display(Name = "厂区名称"), Required, StringLength(OrganisationSite.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "用途")]
        public SiteKind? Kind { get; set; }

        [Display(Name = "地址"), StringLength(200)]
        public string? Address { get; set; }

        [Display(Name = "行政区划代码"), StringLength(12)]
        public string? RegionCode { get; set; }

        [Display(Name = "产能"), StringLength(OrganisationSite.CapacityLimit)]
        public string? Capacity { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        var line = firm.Sites.FirstOrDefault(s => s.Id == input.LineId);
        if (line is null && input.LineId != Guid.Empty) return Outcome<Guid>.NotFound();
        if (line is null && firm.Sites.Count >= Most) return Outcome<Guid>.Invalid("name", $"一个单位最多登记 {Most} 个厂区。");
        if (firm.Sites.Any(s => s != line && s.Name == input.Name)) return Outcome<Guid>.Invalid("name", $"已登记“{input.Name}”，请在那一项上修改。");
        string? wrong = null;
        var region = OrganisationCodes.Region(input.RegionCode, problem => wrong = problem);
        if (wrong is not null) return Outcome<Guid>.Invalid("regionCode", wrong);
        var isNew = line is null;
        (line, var changes) = firm.SaveSite(line, new(input.Name!, input.Kind ?? SiteKind.Production, input.Address, region, input.Capacity), Origin);
        if (changes.Count > 0) Record(new OrganisationLineChanged(firm.Id, OrganisationPart.Site, isNew ? LineStep.Added : LineStep.Changed, line.Id, changes));
        return Outcome<Guid>.Done(line.Id);
    }
}

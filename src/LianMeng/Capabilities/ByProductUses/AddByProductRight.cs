using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>A hazardous code that the receiver may take, with the number of the permit or exemption.</summary>
public sealed class AddByProductRight(UseCaseContext context, FirmDirectory firms) : ByProductUseCommand<AddByProductRight.Input>(context)
{
    public sealed class Input : IByProductUseInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "依据"), Required]
        public HazardousRightKind? Basis { get; set; }

        [Display(Name = "危险废物代码"), Required, StringLength(20)]
        public string? Code { get; set; }

        [Display(Name = "许可证或备案编号"), Required, StringLength(ByProductUse.EvidenceLimit)]
        public string? Evidence { get; set; }

        /// <summary>Name or code.</summary>
        [Display(Name = "只限来自"), StringLength(120)]
        public string? OnlyFrom { get; set; }

        [Display(Name = "有效期至")]
        public DateOnly? ValidUntil { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(ByProductUse use, Input input, CancellationToken cancellation)
    {
        var text = ImportText.ToHalfWidth(input.Code!).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.StartsWith("HW", StringComparison.Ordinal) && text.Length > 4) text = text[4..].TrimStart('-', ':', '/'); // HW48 321-024-48, as permits write it
        if (!WasteCode.TryParse(text, out var code, out var problem)) return Outcome<Guid>.Invalid("code", problem + "。");
        if (!code.IsHazardous) return Outcome<Guid>.Invalid("code", $"{code} 不是危险废物，不需要许可；直接接收即可。");
        Guid? supplier = null;
        if (ImportText.Clean(input.OnlyFrom ?? "") is { Length: > 0 } asked)
        {
            if ((await firms.NamedAsync(Actor.WriteDistrict, [asked], cancellation))[asked].ToList() is not [var firm]) return Outcome<Guid>.Invalid("onlyFrom", "名册里没有这家企业，或有几家同名；请填全称或统一社会信用代码，不限来源就空着。");
            if (firm.Id == use.OrganisationId) return Outcome<Guid>.Invalid("onlyFrom", "来源不能是接收企业自己。");
            supplier = firm.Id;
        }

        var evidence = ImportText.Clean(input.Evidence!);
        if (use.WhyNotRight(code.Text, evidence) is { } why) return Outcome<Guid>.Invalid("code", why);
        var right = use.AddRight(input.Basis!.Value, code.Text, evidence, supplier, input.ValidUntil, Now);
        Record(new ByProductRightChanged(use.Id, use.OrganisationId, right.Id, right.Code, IsRemoved: false));
        return null;
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The fields of a firm as a form or an API call states them, and their check against the standards.</summary>
public class OrganisationForm
{
    [Display(Name = "统一社会信用代码"), StringLength(40)]
    public string? Uscc { get; set; }

    [Display(Name = "名称"), Required, StringLength(120, MinimumLength = 2)]
    public string? Name { get; set; }

    /// <summary>Left out, it is an enterprise.</summary>
    [Display(Name = "单位类型")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "行政区划代码"), StringLength(12)]
    public string? RegionCode { get; set; }

    [Display(Name = "地址"), StringLength(200)]
    public string? Address { get; set; }

    [Display(Name = "园区/镇街"), StringLength(60)]
    public string? Park { get; set; }

    [Display(Name = "行业代码"), StringLength(12)]
    public string? IndustryCode { get; set; }

    [Display(Name = "从业人员"), Range(0, 5_000_000)]
    public int? Staff { get; set; }

    [Display(Name = "营业收入(万元)"), Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Revenue { get; set; }

    [Display(Name = "资产总额(万元)"), Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Assets { get; set; }

    [Display(Name = "数据年份"), Range(1990, 2100)]
    public int? DataYear { get; set; }

    [Display(Name = "主营产品"), StringLength(4000)]
    public string? Makes { get; set; }

    [Display(Name = "采购产品"), StringLength(4000)]
    public string? Buys { get; set; }

    [Display(Name = "副产品"), StringLength(4000)]
    public string? ByProducts { get; set; }

    [Display(Name = "资质"), StringLength(1000)]
    public string? Qualifications { get; set; }

    [Display(Name = "联系人"), StringLength(40)]
    public string? ContactName { get; set; }

    [Display(Name = "联系电话"), StringLength(30)]
    public string? ContactPhone { get; set; }

    [Display(Name = "所属产业链"), StringLength(60)]
    public string? Chain { get; set; }

    /// <summary>Whoever enters it has looked at the firms of the register that look alike: it is none of them.</summary>
    [Display(Name = "不是名册里的这几家，仍要登记")]
    public bool NotListed { get; set; }

    /// <summary>The details, or what is wrong with which field.</summary>
    /// <param name="isWhole">an empty field was emptied, not left out</param>
    /// <param name="current">the number on record: whoever sends its mask back leaves it as it is</param>
    internal (OrganisationDetails? Details, Dictionary<string, string[]> Errors) Check(Telephones telephones, bool isWhole = false, SealedValue? current = null)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var uscc = OrganisationCodes.Uscc(Uscc, problem => errors["uscc"] = [problem]);
        var region = OrganisationCodes.Region(RegionCode, problem => errors["regionCode"] = [problem]);
        var industry = OrganisationCodes.Industry(IndustryCode, problem => errors["industryCode"] = [problem]);
        var products = new Dictionary<ProductRole, IReadOnlyList<string>>();
        AddProducts(ProductRole.Makes, Makes, "makes");
        AddProducts(ProductRole.Buys, Buys, "buys");
        AddProducts(ProductRole.ByProduct, ByProducts, "byProducts");
        var sameTelephone = current is not null && ContactPhone == telephones.Masked(current.Text);
        if (!sameTelephone && ContactPhone?.Contains('*', StringComparison.Ordinal) == true) errors["contactPhone"] = ["请填写完整的号码；不改就保持原样，清空就是删去。"];
        else if (!sameTelephone && Telephones.ProblemOf(ContactPhone) is { } wrong) errors["contactPhone"] = [wrong];
        if (errors.Count > 0) return (null, errors);

        return (new OrganisationDetails
        {
            IsWhole = isWhole,
            Name = Name!.Trim(),
            Kind = Kind,
            Uscc = uscc,
            RegionCode = region,
            Address = Address,
            Park = Park,
            IndustryCode = industry,
            Staff = Staff,
            Revenue = Revenue,
            Assets = Assets,
            DataYear = DataYear,
            ContactName = ContactName,
            ContactPhone = sameTelephone ? current : telephones.Seal(ContactPhone),
            Chain = Chain,
            Products = products,
            Qualifications = Qualifications is null ? null : ImportText.Split(Qualifications),
        }, errors);

        void AddProducts(ProductRole role, string? text, string field)
        {
            if (text is null) return;
            var names = ImportText.Split(text);
            if (names.FirstOrDefault(n => n.Length > OrganisationProduct.NameLimit) is { } tooLong)
                errors[field] = [$"单个产品名最多 {OrganisationProduct.NameLimit} 个字，“{tooLong[..20]}…”太长；多个产品请用分号或顿号隔开。"];
            if (names.Count > Organisation.MostProducts) errors[field] = [$"列了 {names.Count} 项，一个单位最多登记 {Organisation.MostProducts} 项{role.Title()}，请合并同类的产品。"];
            products[role] = names;
        }
    }
}

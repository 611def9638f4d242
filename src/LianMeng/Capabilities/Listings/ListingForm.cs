using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Standards;
using LianMeng.Engine.Text;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Listings;

/// <summary>The fields of a listing as a form, a row of a file or an API call states them, and their check.</summary>
public class ListingForm
{
    public const int TitleLimit = 100, TextLimit = 2000, ProductLimit = 100, UnitLimit = 12, CertificatesLimit = 400, WasteCodeLimit = 20;

    /// <summary>Days a listing may stand at most, and does if nobody says.</summary>
    public const int MostDays = 366, UsualDays = 90;

    [Display(Name = "类型")]
    public ListingKind? Kind { get; set; }

    /// <summary>A product when nothing is said.</summary>
    [Display(Name = "标的类别")]
    public ListingSubject? Subject { get; set; }

    /// <summary>Of a by-product that is waste: 321-024-48 of the hazardous list, or a code of the list of general solid waste.</summary>
    [Display(Name = "废物代码"), StringLength(WasteCodeLimit)]
    public string? WasteCode { get; set; }

    [Display(Name = "标题"), Required, StringLength(TitleLimit, MinimumLength = 2)]
    public string? Title { get; set; }

    [Display(Name = "说明"), StringLength(TextLimit)]
    public string? Text { get; set; }

    [Display(Name = "产品"), StringLength(ProductLimit)]
    public string? Product { get; set; }

    [Display(Name = "数量"), Range(typeof(decimal), "0.0001", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "单位"), StringLength(UnitLimit)]
    public string? Unit { get; set; }

    [Display(Name = "向其他区县公开数量")]
    public bool QuantityPublic { get; set; }

    [Display(Name = "价格(元/单位)"), Range(typeof(decimal), "0.0001", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Price { get; set; }

    [Display(Name = "证书、资质"), StringLength(CertificatesLimit)]
    public string? Certificates { get; set; }

    [Display(Name = "地区"), StringLength(40)]
    public string? Region { get; set; }

    [Display(Name = "有效期至")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "可见范围")]
    public ListingVisibility? Visibility { get; set; }

    /// <summary>The details, or what is wrong with which field.</summary>
    /// <param name="today">in China</param>
    /// <param name="home">region of the firm, taken when none is given</param>
    /// <param name="before">what kind, term and visibility are when they are not stated</param>
    internal (ListingDetails? Details, Dictionary<string, string[]> Errors) Check(DateOnly today, string? home, Listing? before = null)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var kind = Kind ?? before?.Kind;
        if (kind is null) errors["kind"] = ["请选择“类型”：需求（Demand）或供给（Supply）。"];
        if (!SaysSomething(Title!)) errors["title"] = ["标题里看不出是什么产品或服务，请用文字写明，例如“求购 ADC12 铝合金锭”。"];
        if (Text is not null && !SaysSomething(Text)) errors["text"] = ["说明里没有可读的文字，请写明要求，或留空。"];
        if (Product is not null && !SaysSomething(Product)) errors["product"] = ["产品名里没有可读的文字，请写产品名，或留空。"];
        if (Quantity is not null && string.IsNullOrWhiteSpace(Unit)) errors["unit"] = ["填了数量，请写上单位，例如 吨、件、吨/月。"];
        if (Decimals(Quantity) > 4) errors["quantity"] = ["“数量”最多 4 位小数。"];
        if (Decimals(Price) > 4) errors["price"] = ["“价格”最多 4 位小数。"];
        var subject = Subject ?? before?.Subject ?? ListingSubject.Product;
        var (waste, isHazardous) = CheckWaste(subject, errors);
        var visibility = Visibility ?? before?.Visibility ?? ListingVisibility.District;
        if (isHazardous && visibility >= ListingVisibility.City) errors["visibility"] = ["危险废物只在本区县内、对有该代码接收资格的企业展示；请选“本区县”或“本联盟”。"];
        var until = ValidUntil ?? before?.ValidUntil ?? today.AddDays(UsualDays);
        if (until < today) errors["validUntil"] = [$"有效期已过；请填今天（{today:yyyy-MM-dd}）或以后的日期。"];
        else if (until > today.AddDays(MostDays)) errors["validUntil"] = [$"有效期最长一年；请填 {today.AddDays(MostDays):yyyy-MM-dd} 以前的日期，到期前可以续期。"];
        string? region = home;
        if (!string.IsNullOrWhiteSpace(Region))
        {
            if (Engine.Standards.Region.TryRead(Region, out var found, out var problem)) region = found.Current.Code;
            else errors["region"] = [$"{problem}。"];
        }

        if (errors.Count > 0) return (null, errors);
        return (new ListingDetails(
            kind!.Value, subject, OneLine(Title!), Text?.Trim(), Product is null ? null : OneLine(Product), waste, Quantity, Quantity is null ? null : OneLine(Unit!), QuantityPublic, Price,
            ImportText.Split(Certificates ?? ""), region, until, visibility), errors);
    }

    private (string? Code, bool IsHazardous) CheckWaste(ListingSubject subject, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(WasteCode)) return (null, false);
        if (subject != ListingSubject.ByProduct) errors["wasteCode"] = ["只有“副产品”才有废物代码；请把类别改为“副产品”，或留空。"];
        else if (!Engine.ChainGraph.WasteCode.TryParse(ImportText.ToHalfWidth(WasteCode), out var code, out var problem)) errors["wasteCode"] = [$"{problem}；危险废物例如 321-024-48，一般固体废物例如 900-002-S17。"];
        else return (code.Text, code.IsHazardous);
        return (null, false);
    }

    /// <summary>Letters, digits or characters, and more than one of them over and over.</summary>
    internal static bool SaysSomething(string text)
        => ShortText.Normalise(text).Where(c => ShortText.IsWordLetter(c) || (ShortText.IsIdeograph(c) && !char.IsSurrogate(c))).Distinct().Take(2).Count() == 2;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Decimals(decimal? number) => number is { } value ? (value / 1.000000000000000000000000000000000m).Scale : 0;
}

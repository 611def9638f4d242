using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Text;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>A line as a form, a row of a file or an API call states it, and its check.</summary>
public class BillLineForm
{
    public const int ProductLimit = 100, SpecificationLimit = 200, UnitLimit = 12, PlaceLimit = 100, RemarkLimit = 300;

    /// <summary>Years ahead that a day may lie: beyond, it is a slip of the pen.</summary>
    private const int MostYears = 5;

    [Display(Name = "产品"), Required, StringLength(ProductLimit)]
    public string? Product { get; set; }

    [Display(Name = "牌号规格"), StringLength(SpecificationLimit)]
    public string? Specification { get; set; }

    [Display(Name = "数量"), Required, Range(typeof(decimal), "0.0001", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "单位"), Required, StringLength(UnitLimit)]
    public string? Unit { get; set; }

    [Display(Name = "需要日期")]
    public DateOnly? WantedBy { get; set; }

    [Display(Name = "交货地"), StringLength(PlaceLimit)]
    public string? DeliverTo { get; set; }

    [Display(Name = "备注"), StringLength(RemarkLimit)]
    public string? Remark { get; set; }

    /// <summary>What it says, or what is wrong with which field.</summary>
    /// <param name="today">in China</param>
    internal (BillGoods? Goods, Dictionary<string, string[]> Errors) Check(DateOnly today)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var product = ImportText.Clean(Product ?? "");
        if (!SaysSomething(product)) errors["product"] = ["看不出是什么产品，请用文字写明，例如“ADC12 铝合金锭”。"];
        if (Quantity is not { } number) errors["quantity"] = ["请填写“数量”。"];
        else if (decimal.Round(number, 4) != number) errors["quantity"] = ["“数量”最多 4 位小数。"];
        var unit = BillUnits.Read(Unit ?? "");
        if (unit is null) errors["unit"] = [$"不认识单位“{ImportText.Shorten(Unit ?? "", 12)}”，请写 {BillUnits.Examples}。"];
        if (WantedBy < today) errors["wantedBy"] = [$"需要日期已过；请填今天（{today:yyyy-MM-dd}）或以后的日期，或空着。"];
        else if (WantedBy > today.AddYears(MostYears)) errors["wantedBy"] = [$"需要日期太远；请填 {today.AddYears(MostYears):yyyy-MM-dd} 以前的日期，或空着。"];
        return errors.Count > 0 ? (null, errors) : (new(product, Short(Specification), Quantity ?? 0, unit!, WantedBy, Short(DeliverTo), Short(Remark)), errors);
    }

    /// <summary>Punctuation and pictures alone name no product.</summary>
    private static bool SaysSomething(string text) => ShortText.Normalise(text).Any(c => ShortText.IsWordLetter(c) || (ShortText.IsIdeograph(c) && !char.IsSurrogate(c)));

    private static string? Short(string? text) => text is not null && ImportText.Clean(text) is { Length: > 0 } clean ? clean : null;
}

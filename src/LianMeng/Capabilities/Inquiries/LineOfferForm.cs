using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>What a maker states for one line, and its check.</summary>
public sealed class LineOfferForm
{
    public const int RemarkLimit = 300;

    /// <summary>The line, as the inquiry lists it.</summary>
    public Guid LineId { get; set; }

    /// <summary>元 a unit of the line.</summary>
    [Display(Name = "单价(元，含税)"), Range(typeof(decimal), "0.0001", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Price { get; set; }

    /// <summary>All that was asked for, when nothing is said.</summary>
    [Display(Name = "可供数量"), Range(typeof(decimal), "0.0001", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "交期(天)"), Range(0, 1000)]
    public int? LeadDays { get; set; }

    [Display(Name = "报价有效期至")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "说明"), StringLength(RemarkLimit)]
    public string? Remark { get; set; }

    /// <summary>Instead of a price: why none is offered.</summary>
    [Display(Name = "不报价的原因"), StringLength(Inquiry.ReasonLimit)]
    public string? Declined { get; set; }

    /// <summary>Nothing was written for this line.</summary>
    internal bool IsEmpty => Price is null && Quantity is null && LeadDays is null && ValidUntil is null && Plain(Remark) is null && Plain(Declined) is null;

    /// <param name="today">in China</param>
    internal (LineOffer? Offer, Dictionary<string, string[]> Errors) Check(DateOnly today)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var (declined, remark) = (Plain(Declined), Plain(Remark));
        if (Price is not null && declined is not null) errors["declined"] = ["报了单价就不要写“不报价的原因”；两样只留一样。"];
        if (Price is null && declined is null) errors["price"] = ["请填写单价；不报这一行，请写“不报价的原因”。"];
        if (Price is { } price && decimal.Round(price, 4) != price) errors["price"] = ["“单价”最多 4 位小数。"];
        if (Quantity is { } quantity && decimal.Round(quantity, 4) != quantity) errors["quantity"] = ["“可供数量”最多 4 位小数。"];
        if (ValidUntil < today) errors["validUntil"] = [$"报价有效期已过；请填今天（{today:yyyy-MM-dd}）或以后的日期。"];
        else if (ValidUntil > today.AddYears(2)) errors["validUntil"] = ["报价有效期最长两年。"];
        if (errors.Count > 0) return (null, errors);
        return (declined is not null ? new(null, null, null, null, remark, declined) : new(Price, Quantity, LeadDays, ValidUntil, remark, null), errors);
    }

    private static string? Plain(string? text) => text is not null && ImportText.Clean(text) is { Length: > 0 } clean ? clean : null;
}

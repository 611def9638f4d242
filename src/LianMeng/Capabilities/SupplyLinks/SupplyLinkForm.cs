using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>The figures of a link as a form, a row of a file or an API call states them, and their check.</summary>
public class SupplyLinkForm
{
    /// <summary>A year.</summary>
    [Display(Name = "年数量"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "计量单位"), StringLength(SupplyLink.UnitLimit)]
    public string? Unit { get; set; }

    /// <summary>元 a year.</summary>
    [Display(Name = "年金额(元)"), Range(typeof(decimal), "0", "10000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Value { get; set; }

    [Display(Name = "年份"), Range(2000, 2100)]
    public int? Year { get; set; }

    /// <summary>The figures, or what is wrong with which field.</summary>
    internal (SupplyFigures? Figures, Dictionary<string, string[]> Errors) Check()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Quantity is not null && string.IsNullOrWhiteSpace(Unit)) errors["unit"] = ["填了数量就要填计量单位，例如 吨、件。"];
        return errors.Count > 0 ? (null, errors) : (new(Quantity, Quantity is null ? null : Unit!.Trim(), Value, Year), errors);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Deals;

/// <summary>What a side says of a stage, as a form or an API call states it, and its check.</summary>
public class DealStatementForm
{
    /// <summary>Today when nothing is said.</summary>
    [Display(Name = "发生日期")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>元 of this stage alone.</summary>
    [Display(Name = "金额(元)"), Range(typeof(decimal), "0", "10000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Amount { get; set; }

    [Display(Name = "说明"), StringLength(Deal.NoteLimit)]
    public string? Note { get; set; }

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The figures, or what is wrong with which field.</summary>
    internal (DealFigures? Figures, Dictionary<string, string[]> Errors) Check(DateTime now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var today = ChinaTime.Today(now);
        if (HappenedOn > today) errors["happenedOn"] = ["发生日期不能晚于今天；还没发生的事等发生了再填。"];
        else if (HappenedOn < Earliest) errors["happenedOn"] = ["发生日期早于 2000 年，请核对。"];
        return errors.Count > 0 ? (null, errors) : (new(HappenedOn ?? today, Amount is { } amount ? decimal.Round(amount, 2) : null, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim()), errors);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>A use as a form or an API call states it, and its check.</summary>
public class ByProductUseForm
{
    /// <summary>Several, separated by semicolons or lines.</summary>
    [Display(Name = "接收的副产品"), Required, StringLength(ByProductUse.ProductsLimit)]
    public string? Products { get; set; }

    /// <summary>Tonnes a year.</summary>
    [Display(Name = "年接收能力(吨)"), Required, Range(typeof(decimal), "0.001", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Capacity { get; set; }

    /// <summary>Read by <see cref="ComponentText"/>.</summary>
    [Display(Name = "成分要求"), StringLength(ByProductUse.SpecificationLimit / 2)]
    public string? Specification { get; set; }

    /// <summary>元 a tonne of what it gets out.</summary>
    [Display(Name = "产出价值(元/吨)"), Range(typeof(decimal), "0", "100000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Value { get; set; }

    /// <summary>Tonnes out of a tonne taken in.</summary>
    [Display(Name = "产出率(吨/吨)"), Range(typeof(decimal), "0", "10", ParseLimitsInInvariantCulture = true)]
    public decimal? Yield { get; set; }

    /// <summary>元 a tonne taken in.</summary>
    [Display(Name = "处理费用(元/吨)"), Range(typeof(decimal), "0", "100000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Treatment { get; set; }

    /// <summary>The details, or what is wrong with which field.</summary>
    internal (ByProductUseDetails? Details, Dictionary<string, string[]> Errors) Check()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var products = ImportText.Split(Products!).Distinct(StringComparer.Ordinal).ToList();
        if (products.Count == 0) errors["products"] = ["请填写接收哪些副产品，例如 铝屑；型材料头。"];
        else if (products.Count > ByProductUse.MostProducts) errors["products"] = [$"一项能力最多写 {ByProductUse.MostProducts} 种副产品；用途不同的请分开登记。"];
        if (!ComponentText.TryParseLimits(Specification, out var limits, out var problem)) errors["specification"] = [problem];
        if (errors.Count > 0) return (null, errors);
        return (new(products, Capacity!.Value, limits.Count == 0 ? null : ComponentText.Words(limits), Value, Yield, Treatment), errors);
    }
}

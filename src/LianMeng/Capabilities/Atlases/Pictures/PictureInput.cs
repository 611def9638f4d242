using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>What every picture of an atlas may be asked.</summary>
public class PictureInput
{
    /// <summary>The atlas.</summary>
    public Guid Id { get; set; }

    /// <summary>0 the draft; without it the latest issue, or the draft while there is none.</summary>
    [Display(Name = "期"), Range(0, 100_000)]
    public int? Issue { get; set; }

    /// <summary>A part of a name, alias or grade, or pinyin initials.</summary>
    [Display(Name = "查找"), StringLength(100)]
    public string? Query { get; set; }

    /// <summary>Key of a stage.</summary>
    [Display(Name = "环节"), StringLength(100)]
    public string? Stage { get; set; }

    [Display(Name = "健康度")]
    public Health? Health { get; set; }

    /// <summary>Key, name, alias or grade of the product that is looked at.</summary>
    [Display(Name = "产品"), StringLength(100)]
    public string? Product { get; set; }

    internal bool IsFiltered => Query is not null || Stage is not null || Health is not null;
}

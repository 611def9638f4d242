using System.ComponentModel.DataAnnotations;

namespace LianMeng.Shared.UseCases;

/// <summary>What every list can be asked. Paging is clamped, an unknown sort key falls back to the default.</summary>
public class ListFilter
{
    public const int MaxPageSize = 200;

    [Display(Name = "查询词"), StringLength(200)]
    public string? Query { get; set; }

    [Display(Name = "页码")]
    public int? Page { get; set; }

    [Display(Name = "每页条数")]
    public int? PageSize { get; set; }

    /// <summary>A sort key of the list, with a leading minus for descending.</summary>
    [Display(Name = "排序"), StringLength(40)]
    public string? Sort { get; set; }

    /// <summary>The words that were typed, each of which must be found; what stands behind the first six is not looked for.</summary>
    internal IEnumerable<string> Words => (Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6);

    internal int PageClamped => Math.Clamp(Page ?? 1, 1, 1_000_000);
    internal int PageSizeClamped => Math.Clamp(PageSize ?? 20, 1, MaxPageSize);
}

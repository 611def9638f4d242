using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>An input that names a deal, the side for which an officer speaks, and the version that was seen.</summary>
public interface IDealInput
{
    Guid Id { get; set; }

    /// <summary>For officers; who belongs to one of the two firms speaks for that one.</summary>
    [Display(Name = "代哪一方")]
    DealSide? Side { get; set; }

    Guid? Version { get; set; }
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>What a substitution is worth; it follows from who confirmed it.</summary>
public enum SubstitutionState
{
    /// <summary>Not both firms confirmed it: in no total.</summary>
    [Display(Name = "申报")] Declared = 1,
    [Display(Name = "双方确认")] Confirmed = 2,
}

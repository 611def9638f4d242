using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>What a stage of a deal is worth. It follows from the two statements.</summary>
public enum DealStepState
{
    /// <summary>One side says so, or an officer wrote it down: in no figure.</summary>
    [Display(Name = "申报")] Declared = 1,

    /// <summary>Each side said so from an account of its own, in the same amount: this is what counts.</summary>
    [Display(Name = "双方确认")] Confirmed = 2,

    /// <summary>Both say so with different amounts: in no figure until they agree.</summary>
    [Display(Name = "两方不一致")] Differing = 3,
}

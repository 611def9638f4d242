using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>How far an introduction of two firms has come. Kept in the ledger: a value never changes its meaning.</summary>
public enum IntroductionStage
{
    /// <summary>An officer brought the two together; neither has answered.</summary>
    [Display(Name = "已推荐")] Suggested = 1,

    /// <summary>One of the two wants it and waits for the other.</summary>
    [Display(Name = "一方已同意")] Offered = 2,

    /// <summary>Both want it: each sees the other's contact.</summary>
    [Display(Name = "双方已同意")] Consented = 3,

    [Display(Name = "洽谈中")] Talking = 4,
    [Display(Name = "已成合作")] Deal = 5,
    [Display(Name = "已婉拒")] Declined = 6,

    /// <summary>A consent, or the suggestion, was taken back.</summary>
    [Display(Name = "已撤回")] Withdrawn = 7,
}

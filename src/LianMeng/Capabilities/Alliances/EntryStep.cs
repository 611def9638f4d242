using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What is done with an entry.</summary>
public enum EntryStep
{
    /// <summary>Its owner says that it is done.</summary>
    [Display(Name = "报完成")] Finish = 1,

    /// <summary>The committee verified it.</summary>
    [Display(Name = "销号")] StrikeOff = 2,

    /// <summary>It was not done after all.</summary>
    [Display(Name = "退回重办")] Reopen = 3,
}

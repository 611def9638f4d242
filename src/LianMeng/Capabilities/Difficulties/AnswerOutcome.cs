using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What came of a unit's work, in its own words first.</summary>
public enum AnswerOutcome
{
    [Display(Name = "已解决")] Solved = 1,
    [Display(Name = "部分解决")] Partly = 2,
    [Display(Name = "暂不能解决，已说明")] Explained = 3,
}

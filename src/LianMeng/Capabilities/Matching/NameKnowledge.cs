using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Matching;

/// <summary>What knows a product's name as firms write it.</summary>
public enum NameKnowledge
{
    [Display(Name = "不认得")] Unknown,
    [Display(Name = "图谱认得")] Atlas,
    [Display(Name = "同义词认得")] Synonym,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>The analysis that a finding comes from.</summary>
public enum AtlasAnalysisKind
{
    [Display(Name = "健康度")] Health = 1,
    [Display(Name = "缺口与长板")] Gap = 2,
    [Display(Name = "本地替代")] Substitution = 3,
    [Display(Name = "副产品")] ByProduct = 4,
    [Display(Name = "停产推演")] WhatIf = 5,
    [Display(Name = "可延伸产品")] StepDown = 6,
}

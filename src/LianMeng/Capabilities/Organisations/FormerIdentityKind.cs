using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a former identity was.</summary>
public enum FormerIdentityKind
{
    [Display(Name = "曾用名")] Name = 1,
    [Display(Name = "原代码")] Code = 2,
}

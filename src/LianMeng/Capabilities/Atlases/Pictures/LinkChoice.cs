using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Which links a graph draws.</summary>
public enum LinkChoice
{
    [Display(Name = "全部关系")] All = 1,
    [Display(Name = "投入")] Inputs = 2,
    [Display(Name = "投入和副产")] Flows = 3,
    [Display(Name = "替代和种类")] Alternatives = 4,
}

internal static class LinkChoices
{
    public static bool Has(this LinkChoice choice, LinkMeaning meaning) => choice switch
    {
        LinkChoice.Inputs => meaning == LinkMeaning.InputOf,
        LinkChoice.Flows => meaning.IsFlow(),
        LinkChoice.Alternatives => !meaning.IsFlow(),
        _ => true,
    };

    /// <summary>Does material pass? Substitutes and kinds only say that two are alike.</summary>
    public static bool IsFlow(this LinkMeaning meaning) => meaning is LinkMeaning.InputOf or LinkMeaning.ByProductOf;

    /// <summary>The way the material goes: a by-product comes out of what it is a by-product of.</summary>
    public static (string From, string To) Way(this AtlasLink link) => link.Meaning == LinkMeaning.ByProductOf ? (link.To, link.From) : (link.From, link.To);
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary><see cref="LinkMeaning"/> as forms offer it.</summary>
public enum NodeMeaning
{
    [Display(Name = "投入：起点用于生产终点")] InputOf = LinkMeaning.InputOf,
    [Display(Name = "副产：生产终点产生起点")] ByProductOf = LinkMeaning.ByProductOf,
    [Display(Name = "替代：起点可替代终点")] SubstituteOf = LinkMeaning.SubstituteOf,
    [Display(Name = "一种：起点是终点的一种")] KindOf = LinkMeaning.KindOf,
}

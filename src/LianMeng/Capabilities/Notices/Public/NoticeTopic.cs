using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>What a person may choose not to be told. Deadlines, answers that are waited for and results of one's own work are no topics: they are always told.</summary>
public enum NoticeTopic
{
    [Display(Name = "与本企业相符的供需")] Matches = 1,
    [Display(Name = "保存的查找有新结果")] SavedSearches = 2,
}

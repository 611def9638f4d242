using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Tasks;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>A row that a task can be made of.</summary>
public abstract class AnalysisRow
{
    /// <summary>Stable name of the row: what a task is started with.</summary>
    public string Row => Subject.Key;

    /// <summary>What the actor may make of it.</summary>
    public IReadOnlyList<AtlasTaskAction> Actions { get; internal set; } = [];

    /// <summary>What was made of it, newest first.</summary>
    public IReadOnlyList<AtlasTaskMark> Tasks { get; internal set; } = [];

    [Display(Name = "办理")]
    public string TaskWords => string.Join("；", Tasks?.Select(t => t.Words) ?? []);

    internal AtlasRow Subject { get; init; } = null!;

    /// <summary>Place in the natural order.</summary>
    internal Guid Place { get; init; }
}

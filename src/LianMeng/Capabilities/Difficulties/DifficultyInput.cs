using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What every step names: the difficulty, the version that was seen.</summary>
public abstract class DifficultyInput
{
    /// <summary>The difficulty.</summary>
    public Guid Id { get; set; }

    public Guid? Version { get; set; }
}

/// <summary>A step of one unit's task; without one named it is the one task of the actor's unit.</summary>
public abstract class DifficultyTaskInput : DifficultyInput
{
    [Display(Name = "任务")]
    public Guid? TaskId { get; set; }
}

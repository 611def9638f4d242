namespace LianMeng.Capabilities.Difficulties;

/// <summary>Which difficulties, and what time.</summary>
public interface IRateFilter
{
    DateOnly? From { get; }
    DateOnly? To { get; }
    DifficultyCategory? Category { get; }
    Guid? AllianceId { get; }
}

namespace LianMeng.Engine.Assignment;

/// <summary>Where a member stands in the order of the rotation.</summary>
/// <param name="Place">from 1 among those who may; null for those who may not</param>
public sealed record RotationPlace(RotationCandidate Candidate, int? Place, RotationObstacles Obstacles);

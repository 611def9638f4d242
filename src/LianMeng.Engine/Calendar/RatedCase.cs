namespace LianMeng.Engine.Calendar;

/// <summary>A case as the rates read it.</summary>
/// <param name="RepeatOf">the earlier case of the same problem, where the secretary found one</param>
public sealed record RatedCase(Guid Id, IReadOnlyList<CaseEvent> Events, CaseLimits Limits, Guid? RepeatOf = null);

namespace LianMeng.Engine.Calendar;

/// <summary>Something a person should look at; never a verdict.</summary>
/// <param name="Who">the unit (bursts) or the account</param>
public sealed record CaseMark(CaseMarkKind Kind, Guid Who, IReadOnlyList<CaseRecord> Records);

namespace LianMeng.Engine.Calendar;

/// <summary>What a figure counts: a case, or one of its tasks, milestones or askings.</summary>
public sealed record CaseRecord(Guid Case, Guid? Task = null, Guid? Unit = null, Guid? Beneficiary = null, Guid? Milestone = null, int Round = 1);

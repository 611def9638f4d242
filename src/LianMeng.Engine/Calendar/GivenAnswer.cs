namespace LianMeng.Engine.Calendar;

/// <summary>An answer as the guard against bursts reads it.</summary>
public sealed record GivenAnswer(CaseRecord Record, Guid Unit, DateTimeOffset At, DateTimeOffset Limit);

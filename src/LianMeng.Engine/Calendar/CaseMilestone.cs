namespace LianMeng.Engine.Calendar;

/// <summary>A dated promise of the lead; due at close of business of the day.</summary>
public sealed record CaseMilestone(Guid Id, DateOnly Due);

namespace LianMeng.Engine.Calendar;

/// <summary>A rating as the guards read it. The network is a keyed hash: the guard sees that two are the same, not where.</summary>
/// <param name="Account">who entered it</param>
/// <param name="IsOnBehalf">代录, entered by the one who followed up and marked so: the guards of many firms and of networks leave it out</param>
public sealed record GivenRating(CaseRecord Record, Guid Account, string? Network, bool IsOnBehalf = false);

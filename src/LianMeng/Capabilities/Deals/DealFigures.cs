namespace LianMeng.Capabilities.Deals;

/// <summary>What a side says of a stage.</summary>
/// <param name="HappenedOn">the day in China</param>
/// <param name="Amount">元 of this stage alone: a contract's sum, what was delivered, what was paid; never added across stages</param>
/// <param name="Note">for the two firms and their officers</param>
public sealed record DealFigures(DateOnly HappenedOn, decimal? Amount, string? Note);

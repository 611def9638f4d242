namespace LianMeng.Shared.Ledger;

/// <summary>One field before and after. Personal fields state only that they changed (both values null).</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

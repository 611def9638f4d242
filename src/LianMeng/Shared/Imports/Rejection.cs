namespace LianMeng.Shared.Imports;

/// <summary>Why a row of a file is not taken.</summary>
/// <param name="Row">As Excel numbers it.</param>
/// <param name="Column">The header as the file has it.</param>
/// <param name="Value">What stands in the cell, cut to a readable length.</param>
/// <param name="Reason">Chinese: what is wrong and what to do.</param>
public sealed record Rejection(int Row, string Column, string Value, string Reason);

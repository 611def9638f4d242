namespace LianMeng.Engine.Calendar;

/// <summary>An account that handled a case, and the network from which it did.</summary>
public sealed record CaseHandler(Guid Case, Guid Account, string? Network);

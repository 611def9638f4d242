namespace LianMeng.Capabilities.Difficulties;

/// <summary>What whoever raises a difficulty says of it.</summary>
internal sealed record DifficultyWords(string Title, string Text, string? Place, DifficultyCategory Category, DifficultyLevel Level, string? ExternalNumber, string? ExternalState);

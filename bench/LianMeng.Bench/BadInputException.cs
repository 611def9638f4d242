namespace LianMeng.Bench;

/// <summary>A folder or file that cannot be measured; the message says which and why.</summary>
sealed class BadInputException(string message) : Exception(message);

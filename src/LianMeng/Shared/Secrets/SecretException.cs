namespace LianMeng.Shared.Secrets;

/// <summary>Something sealed cannot be opened: its key is not here, or it is not what was sealed. The message says which, in Chinese, without a value.</summary>
public sealed class SecretException(string message) : Exception(message);

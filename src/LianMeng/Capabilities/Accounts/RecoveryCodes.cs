namespace LianMeng.Capabilities.Accounts;

/// <summary>Shown once, to be kept on paper.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

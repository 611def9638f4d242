namespace LianMeng.Shared.Files;

/// <summary>A file that is now kept.</summary>
/// <param name="Hash">by what it is found: 64 hex digits, of its district alone</param>
/// <param name="Length">bytes of the content</param>
/// <param name="IsNew">false when the district had kept the same content before</param>
public sealed record KeptFile(string Hash, long Length, bool IsNew);

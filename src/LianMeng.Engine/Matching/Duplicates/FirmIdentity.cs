namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>What tells one firm from another, as a register or a file states it; what is not known is null.</summary>
/// <param name="Name">as it is written, full width and all</param>
public sealed record FirmIdentity(string Name)
{
    /// <summary>Names it had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>GB 32100-2015, checked and normalised by whoever states it.</summary>
    public string? Uscc { get; init; }

    /// <summary>Codes it had before: corrected ones, and those of firms merged into it.</summary>
    public IReadOnlyList<string> FormerCodes { get; init; } = [];

    /// <summary>GB/T 2260, six digits.</summary>
    public string? RegionCode { get; init; }

    public string? Address { get; init; }

    /// <summary>Anything that is equal exactly when the telephone numbers are; the judge never sees a number.</summary>
    public string? PhoneDigest { get; init; }
}

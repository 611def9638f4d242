namespace LianMeng.Capabilities.Organisations;

/// <summary>Where a detail comes from, for people.</summary>
/// <param name="At">when it was entered (UTC)</param>
/// <param name="By">who entered it; null for the program, or somebody whose account is gone</param>
/// <param name="AsOf">when it was entered or last confirmed (UTC): how old it is</param>
public sealed record OriginWords(DataSource Source, DateTime At, string? By, DateTime AsOf)
{
    internal static OriginWords Of(Origin origin, Organisation firm, IReadOnlyDictionary<Guid, string> names)
        => new(origin.Source, origin.At, origin.By is { } by ? names.GetValueOrDefault(by) : null, firm.AsOf(origin));
}

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>A firm as the judge compares it: read once, compared often.</summary>
public sealed class FirmProfile
{
    private FirmProfile(FirmIdentity identity)
    {
        Identity = identity;
        Region = identity.RegionCode is { } code ? Standards.Region.Find(code)?.Current : null;
        Names = [.. FirmNameReader.Read(identity.Name, Region), .. identity.FormerNames.SelectMany(former => FirmNameReader.Read(former, Region))];
        Address = FirmAddress.Read(identity.Address);
    }

    public FirmIdentity Identity { get; }

    /// <summary>The present name first.</summary>
    internal IReadOnlyList<FirmName> Names { get; }

    internal FirmAddress? Address { get; }
    internal Standards.Region? Region { get; }

    public static FirmProfile Of(FirmIdentity identity) => new(identity);
}

using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Ledger;

/// <summary>
/// One stored fact. The chain covers the salted digest and not the payload, so that erasing a person's payload and salt
/// leaves a chain that still verifies.
/// </summary>
public sealed class LedgerEntry : IDistrictOwned
{
    public long Seq { get; init; }
    public DateTime At { get; init; }
    public string Actor { get; init; } = "";
    public Guid DistrictId { get; init; }
    public string Kind { get; init; } = "";
    public int V { get; init; }
    public string? Json { get; private set; }
    public byte[]? Salt { get; private set; }
    public byte[] Digest { get; init; } = [];
    public byte[] Hash { get; init; } = [];

    public static LedgerEntry Create(long seq, DateTime at, string actor, Guid district, Fact fact, string json, byte[] salt, byte[] digest, byte[] hash)
        => new()
        {
            Seq = seq, At = at, Actor = actor, DistrictId = district, Kind = fact.Kind, V = fact.V,
            Json = json, Salt = salt, Digest = digest, Hash = hash,
        };
}

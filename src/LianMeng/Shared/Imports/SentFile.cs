using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Imports;

/// <summary>Who sent which file as which import: what was rejected of it goes back to these people. Facts carry hashes of files, so a hash alone must open nothing.</summary>
public sealed class SentFile : IDistrictOwned, IBookkeeping
{
    public const int KindLimit = 40, HashLimit = 64;

    private SentFile() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public string FileHash { get; private set; } = "";

    /// <summary><see cref="ImportKind.Key"/>: a file opens only as what it was sent as.</summary>
    public string Kind { get; private set; } = "";
    public Guid SentBy { get; private set; }

    /// <summary>The firm whose own file it is; none for those who import for a whole district.</summary>
    public Guid? OrganisationId { get; private set; }

    public static SentFile Of(string fileHash, string kind, Guid sentBy, Guid? organisationId)
        => new() { Id = Guid.CreateVersion7(), FileHash = fileHash, Kind = kind, SentBy = sentBy, OrganisationId = organisationId };
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// 任职: a post held by a person from one instant to another, for a district or an organisation. One person holds many.
/// Ending it is immediate.
/// </summary>
public sealed class Mandate : ICityWide
{
    private Mandate() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public Role Role { get; private set; }

    /// <summary>The district the post is in; none for posts of the whole city.</summary>
    public Guid? DistrictId { get; private set; }

    /// <summary>The alliance the post is in; none where it is no alliance's, or reaches every alliance of the district.</summary>
    public Guid? AllianceId { get; private set; }

    /// <summary>The organisation that it speaks for (a firm's manager), or that its holder represents in the alliance.</summary>
    public Guid? OrganisationId { get; private set; }

    public DateTime From { get; private set; }
    public DateTime? To { get; private set; }

    /// <summary>The account that gave it; none where the console did. The proof is in the ledger: this is for lists.</summary>
    public Guid? GivenBy { get; private set; }

    public Post Post => new(Role, DistrictId, AllianceId, OrganisationId);

    /// <summary>The one district that somebody with these posts writes to: that of the highest active post, the city without one.</summary>
    public static Guid WriteDistrictOf(IEnumerable<Mandate> mandates, DateTime now)
        => mandates.Where(m => m.DistrictId is not null && m.IsActive(now)).OrderBy(m => m.Role).ThenBy(m => m.From).FirstOrDefault()?.DistrictId ?? DistrictIds.City;

    public bool IsActive(DateTime now) => From <= now && (To is null || now < To);

    public bool HasEnded(DateTime now) => To <= now;

    /// <summary>Ends it now; one that has not begun never counts.</summary>
    public void End(DateTime now) => (From, To) = (From < now ? From : now, now);

    /// <summary>Does it share an instant with a term from one instant to another (without end where null)?</summary>
    public bool Overlaps(DateTime from, DateTime? to) => (to is null || From < to) && (To is null || from < To) && From != To;

    public static Mandate Give(Guid userId, Post post, DateTime from, Guid? givenBy, DateTime? to = null) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = userId,
        Role = post.Role,
        DistrictId = post.DistrictId,
        AllianceId = post.AllianceId,
        OrganisationId = post.OrganisationId,
        From = from,
        To = to,
        GivenBy = givenBy,
    };

    /// <summary>The organisation it is held for turned out to be another entry of the register.</summary>
    internal void SpeakFor(Guid organisationId) => OrganisationId = organisationId;
}

using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>A firm that a difficulty concerns; each says for itself, by its own account, whether it is solved.</summary>
public sealed class DifficultyBeneficiary : IDistrictOwned
{
    public const int TextLimit = 500;

    private DifficultyBeneficiary() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid DifficultyId { get; private set; }
    public Guid OrganisationId { get; private set; }

    /// <summary>The difficulty that was merged and brought it; null for the own ones.</summary>
    public Guid? CameWith { get; private set; }

    /// <summary>Null: not rated.</summary>
    public DifficultyRating? Rating { get; private set; }

    public string? Text { get; private set; }
    public Guid? RatedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RatedAt { get; private set; }

    /// <summary>代录: asked by telephone, written down by whoever asked.</summary>
    public bool IsByPhone { get; private set; }

    /// <summary>UTC; asked, and nothing was said.</summary>
    public DateTime? FollowedUpAt { get; private set; }

    internal static DifficultyBeneficiary Of(Difficulty difficulty, Guid firm, Guid? mergedId) => new() { Id = Guid.CreateVersion7(), DistrictId = difficulty.DistrictId, DifficultyId = difficulty.Id, OrganisationId = firm, CameWith = mergedId };

    internal void Rate(DifficultyRating rating, string? text, Guid? person, bool byPhone, DateTime now)
    {
        (Rating, Text, RatedBy, RatedAt, IsByPhone) = (rating, text, person, now, byPhone);
        if (byPhone) FollowedUpAt = now;
    }

    internal void NotReached(DateTime now) => FollowedUpAt = now;

    /// <summary>After a reopening.</summary>
    internal void AskAgain() => (Rating, FollowedUpAt) = (null, null);

    internal void Follow(Guid to) => OrganisationId = to;
}

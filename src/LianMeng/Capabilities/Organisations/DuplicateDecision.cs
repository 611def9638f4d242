using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Somebody looked: these two are not the same firm. The pair is not asked about again until somebody takes it back.</summary>
public sealed class DuplicateDecision : IDistrictOwned
{
    public const int ReasonLimit = 200;

    private DuplicateDecision() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>The smaller of the two ids, so that a pair is one row however it is named.</summary>
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>None for the console.</summary>
    public Guid? By { get; private set; }
    public DateTime At { get; private set; }

    public static DuplicateDecision Of(Guid districtId, Guid left, Guid right, string? reason, Guid? by, DateTime now)
    {
        var (first, second) = Pair(left, right);
        return new() { Id = Guid.CreateVersion7(), DistrictId = districtId, FirstId = first, SecondId = second, Reason = reason, By = by, At = now };
    }

    public static (Guid First, Guid Second) Pair(Guid left, Guid right) => left.CompareTo(right) <= 0 ? (left, right) : (right, left);
}

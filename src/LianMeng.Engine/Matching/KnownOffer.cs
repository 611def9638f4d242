using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>An offer with its lines and qualifications as they were read when it came.</summary>
sealed class KnownOffer(Offer offer, OwnLine[] lines)
{
    public Offer Offer { get; } = offer;

    public OwnLine[] Lines { get; } = lines;

    /// <summary>What is held, as written and in the spelling a question is compared in, with the last day on which it holds.</summary>
    public IReadOnlyList<(string Written, string Solid, DateOnly Until)> Qualifications { get; } =
    [
        .. offer.Qualifications.Where(held => held.Trim().Length > 1).Distinct(StringComparer.Ordinal)
            .Select(held => (held, Solid(ShortText.Normalise(held)), offer.QualificationsUntil.GetValueOrDefault(held, DateOnly.MaxValue))).Where(held => held.Item2.Length > 0),
    ];

    /// <summary>"IATF 16949" and "iatf-16949" are one.</summary>
    public static string Solid(string normalised) =>
        normalised.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("企业", "", StringComparison.Ordinal);
}

using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Matching;

/// <summary>
/// What answered a saved search before, so that each answer is told once. Apart from the search itself: the machine writes
/// this one and the person renames that one, and neither stands in the other's way.
/// </summary>
public sealed class SavedSearchAnswers : IDistrictOwned
{
    /// <summary>Ids that are kept: several times what one run looks at.</summary>
    public const int MostKnown = 400, KnownLimit = MostKnown * 33;

    private SavedSearchAnswers() { }

    /// <summary>The saved search's.</summary>
    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>Listings and firms, the newest first.</summary>
    public string Known { get; private set; } = "";

    /// <summary>When there was something new the last time, and how much.</summary>
    public DateTime? NewAt { get; private set; }
    public int NewCount { get; private set; }

    public static SavedSearchAnswers Of(SavedSearch search, IReadOnlyList<SavedSearchAnswer> answers)
    {
        var made = new SavedSearchAnswers { Id = search.Id, DistrictId = search.DistrictId };
        made.Keep(answers);
        return made;
    }

    /// <returns>how many of them did not answer before; with none nothing changes</returns>
    public int Learn(IReadOnlyList<SavedSearchAnswer> answers, DateTime now)
    {
        var known = Ids().ToHashSet(StringComparer.Ordinal);
        var added = answers.Count(answer => !known.Contains(Written(answer.Id)));
        if (added == 0) return 0;
        (NewAt, NewCount) = (now, added);
        Keep(answers);
        return added;
    }

    private void Keep(IReadOnlyList<SavedSearchAnswer> answers)
        => Known = string.Join(',', answers.SelectMany(a => new[] { a.Id, a.Firm }).OfType<Guid>().Select(Written).Concat(Ids()).Distinct(StringComparer.Ordinal).Take(MostKnown));

    private string[] Ids() => Known.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string Written(Guid id) => id.ToString("N");
}

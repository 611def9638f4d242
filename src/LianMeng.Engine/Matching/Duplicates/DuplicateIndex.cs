namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>
/// Firms by their candidate keys, in memory: for a search over a whole register. A key that very many share tells nobody apart and is
/// passed over; who shares only such a key shares a name with a hundred others.
/// </summary>
/// <typeparam name="T">what the firms are told by</typeparam>
public sealed class DuplicateIndex<T>
    where T : notnull
{
    /// <summary>More firms than this under one key are not compared with one another.</summary>
    public const int MostOfOneKey = 200;

    private readonly Dictionary<long, List<int>> byKey = [];
    private readonly Dictionary<string, List<int>> byCode = new(StringComparer.Ordinal);
    private readonly List<(T Id, FirmProfile Profile)> firms = [];

    /// <summary>How many pairs were judged so far.</summary>
    public long Judged { get; private set; }

    public void Add(T id, FirmIdentity firm) => Add(id, FirmProfile.Of(firm));

    public void Add(T id, FirmProfile profile)
    {
        var at = firms.Count;
        firms.Add((id, profile));
        foreach (var key in DuplicateKeys.Of(profile)) Put(byKey, key, at);
        if (profile.Identity.Uscc is { } code) Put(byCode, code, at);
        foreach (var former in profile.Identity.FormerCodes) Put(byCode, former, at);
    }

    /// <summary>Who may be the same firm, the likeliest first; never <see cref="DuplicateVerdict.New"/>.</summary>
    public IReadOnlyList<(T Id, DuplicateJudgement Judgement)> Find(FirmProfile profile) => [.. Like(profile, firms.Count).Select(f => (firms[f.At].Id, f.Judgement))];

    /// <summary>Every pair that may be one firm, each once; the earlier of the two first.</summary>
    public IEnumerable<(T Left, T Right, DuplicateJudgement Judgement)> Pairs()
    {
        for (var at = 0; at < firms.Count; at++)
        {
            foreach (var (other, judgement) in Like(firms[at].Profile, at)) yield return (firms[other].Id, firms[at].Id, judgement);
        }
    }

    /// <param name="before">only firms that were added before this one</param>
    private List<(int At, DuplicateJudgement Judgement)> Like(FirmProfile profile, int before)
    {
        var candidates = new HashSet<int>();
        foreach (var key in DuplicateKeys.Asking(profile)) Collect(byKey.GetValueOrDefault(key), MostOfOneKey);
        if (profile.Identity.Uscc is { } code) Collect(byCode.GetValueOrDefault(code), int.MaxValue);
        foreach (var former in profile.Identity.FormerCodes) Collect(byCode.GetValueOrDefault(former), int.MaxValue);
        var found = new List<(int At, DuplicateJudgement Judgement)>();
        foreach (var at in candidates)
        {
            Judged++;
            var judgement = DuplicateJudge.Judge(firms[at].Profile, profile);
            if (judgement.Verdict != DuplicateVerdict.New) found.Add((at, judgement));
        }

        found.Sort((a, b) => (b.Judgement.Verdict, b.Judgement.Weight, a.At).CompareTo((a.Judgement.Verdict, a.Judgement.Weight, b.At)));
        return found;

        void Collect(List<int>? firmsOfKey, int most)
        {
            if (firmsOfKey is null || firmsOfKey.Count > most) return;
            foreach (var at in firmsOfKey)
            {
                if (at < before) candidates.Add(at);
            }
        }
    }

    private static void Put<TKey>(Dictionary<TKey, List<int>> under, TKey key, int at)
        where TKey : notnull
    {
        if (!under.TryGetValue(key, out var list)) under[key] = list = [];
        list.Add(at);
    }
}

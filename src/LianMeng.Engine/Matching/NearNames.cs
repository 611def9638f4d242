using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Lines whose name differs from what was asked in one Chinese character: what was typed may be an error, and may be another thing altogether. They are
/// looked for only where a pair of the typed characters was never written by anybody, so that 铜板 does not bring 铝板; they never count as an answer.
/// </summary>
/// <param name="asking">The request.</param>
/// <param name="sight">What its asker may see.</param>
/// <param name="isWritten">Whether two neighbouring characters stand in a name known to everybody or in a line the asker may see.</param>
/// <param name="isNamed">Whether a stretch is the name of a known product.</param>
sealed class NearNames(Asking asking, Sight sight, Func<char, char, bool> isWritten, Func<string, bool> isNamed)
{
    // Lines the text index may propose, and the lengths of names that are looked at
    const int Proposals = 200, Shortest = 3, Longest = 24;

    // One character is too much of a shorter name to be put in or left out: 黄金镮 is no 黄金
    const int ShortestUneven = 5;

    // What such a name is worth: less than any answer, more for a longer name, and for a character of like sound
    const float Most = 0.4f, Sound = 0.05f;

    readonly Dictionary<HeldLine, (string Said, float Strength, int Phrase)> near = [];

    /// <summary>Those who carry such a line in a role that would answer, each with what it is worth and the sentence.</summary>
    public IEnumerable<(KnownOffer Known, float Strength, string Text)> Find()
    {
        foreach (var (said, phrase) in Said()) Collect(said, phrase);
        foreach (var (line, (said, strength, phrase)) in near)
            foreach (var (known, roles) in line.Holders)
            {
                if (asking.Excludes(known.Offer)) continue;
                foreach (var own in known.Lines)
                    if (own.Line == line.Line && (own.Role & roles) != OfferRole.None && asking.MayAnswer(phrase, own.Role))
                        yield return (known, strength, $"您是不是要找“{own.Written}”？与“{said}”只差一个字，名称相近");
            }
    }

    /// <summary>What was asked for, and the question as a whole: reading may have dropped the wrong character.</summary>
    IEnumerable<(string Said, int Phrase)> Said()
    {
        if (asking.Wanted.Count == 0) yield break;
        var whole = asking.Normalised.Replace(" ", "", StringComparison.Ordinal);
        if (asking.IsBare) yield return (whole, 0);
        for (var phrase = 0; phrase < asking.Wanted.Count; phrase++)
            if (asking.Wanted[phrase] is { IsGiven: false, Synonym: null } wanted && wanted.Rank >= asking.Wanted[0].Rank && (wanted.Heard ?? ShortText.KeyOf(wanted.Text)) is var said && !(asking.IsBare && said == whole))
                yield return (said, phrase);
    }

    void Collect(string said, int phrase)
    {
        if (said.Length is < Shortest or > Longest || sight.IsLine(said) || isNamed(said)) return;
        var strange = Strange(said);
        if (!strange.Contains(true)) return;
        foreach (var (shelf, roles) in sight.Shelves)
        {
            if ((roles & asking.Roles) == OfferRole.None) continue;
            foreach (var hit in shelf.Texts.Search(said, Proposals, asking.Filter, Shelf.Labels(asking.Roles)))
            {
                if (Difference(said, hit.Key.Line.Key) is not { } at || !At(strange, at)) continue;
                var strength = Most * (said.Length - 1) / said.Length + (SoundsAlike(said, hit.Key.Line.Key, at) ? Sound : 0);
                if (!near.TryGetValue(hit.Key, out var known) || strength > known.Strength) near[hit.Key] = (said, strength, phrase);
            }
        }
    }

    /// <summary>By place: whether the pair that ends there was never written.</summary>
    bool[] Strange(string said)
    {
        var strange = new bool[said.Length + 1];
        for (var i = 1; i < said.Length; i++)
            strange[i] = ShortText.IsIdeograph(said[i - 1]) && ShortText.IsIdeograph(said[i]) && !isWritten(said[i - 1], said[i]);
        return strange;
    }

    // a wrong character stands in the pair that ends with it and in the one that begins with it
    static bool At(bool[] strange, int at) => strange[Math.Min(at, strange.Length - 1)] || (at + 1 < strange.Length && strange[at + 1]);

    static bool SoundsAlike(string said, string line, int at) => said.Length == line.Length && said[at] != line[at] && SoundAlike.Near(said[at]).Contains(line[at]);

    /// <summary>
    /// Where two names differ, if only by one Chinese character replaced, left out, put in or two exchanged; null if by more. Letters and digits are never
    /// different by error: 6061 is not 6063.
    /// </summary>
    public static int? Difference(string said, string line)
    {
        if (Math.Abs(said.Length - line.Length) > (Math.Min(said.Length, line.Length) < ShortestUneven ? 0 : 1)) return null;
        var (from, toSaid, toLine) = (0, said.Length, line.Length);
        while (from < toSaid && from < toLine && said[from] == line[from]) from++;
        while (toSaid > from && toLine > from && said[toSaid - 1] == line[toLine - 1]) (toSaid, toLine) = (toSaid - 1, toLine - 1);
        var (own, other) = (said[from..toSaid], line[from..toLine]);
        var isOne = own.Length <= 1 && other.Length <= 1 ? own.Length + other.Length > 0 : own.Length == 2 && other.Length == 2 && own[0] == other[1] && own[1] == other[0];
        return isOne && (own + other).All(ShortText.IsIdeograph) ? from : null;
    }
}

using System.Collections.Frozen;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Reads free Chinese text into the noun phrases it asks for: amounts, places, dates and talk are left out, "汽车用的铝板" asks
/// for 铝板 and says what for, "铝板、铝带" asks for two things. Product lines are read by the same rules without the talk.
/// </summary>
/// <param name="places">Further place names.</param>
sealed class DemandReader(IEnumerable<string> places)
{
    /// <summary>Longer texts are read up to here: whoever needs more than this to say what he wants pasted a document.</summary>
    public const int LongestText = 2000;

    const float Purpose = 0.1f, Fluff = 0.1f, Mild = 0.3f, Weak = 0.4f;

    // before 用 these make one word with it: 商用车, 专用, 食用油
    const string JoinedWithUse = "专通商民食药军农日备适使应利作费信乘实常公两医家船车机";
    const string OneWordOnly = "医家船车机";

    static readonly string[] StandardMarks = ["iso", "iatf", "gjb", "haccp", "ohsas", "rohs"];

    readonly FrozenDictionary<string, WordClass> words = DemandWords.Anywhere(places);

    /// <summary>What a demand (or the offer of a supply) asks for.</summary>
    /// <param name="text">What somebody typed or pasted.</param>
    /// <param name="kind">Which side asks.</param>
    /// <param name="isName">Whether a normalised stretch is a product's name as the register writes it: such a name is kept whole even if it contains talk ("国际国内船舶代理").</param>
    public Demand Read(string text, MatchKind kind, Func<ReadOnlySpan<char>, bool> isName)
    {
        var normalised = ShortText.Normalise(text.Length > LongestText ? text[..LongestText] : text);
        var marks = Quantities.Mark(normalised);
        var names = MarkNames(normalised, marks, isName);
        var clauses = new List<Clause>();
        foreach (var (start, end) in Clauses(normalised)) clauses.Add(ReadClause(normalised, marks, names, start, end));

        var asked = clauses.Exists(clause => clause.Wants && clause.Phrases.Count > 0);
        var wanted = new List<Phrase>();
        foreach (var clause in clauses)
        {
            // "我公司做汽车座椅，求购海绵": who asks is not what is asked for, unless it is a supply or nothing else is said
            var beside = asked ? !clause.Wants : wanted.Count > 0;
            if (clause.Self && kind == MatchKind.Demand && asked && !clause.Wants) continue;
            foreach (var (units, inFront) in clause.Phrases)
                wanted.Add(new Phrase(units, (beside ? 0.75f : 1f) * (inFront ? 0.6f : 1f)));
        }
        JoinGrades(wanted);
        return new([.. wanted.Where(phrase => phrase.Core.Length > 0).OrderByDescending(phrase => phrase.Rank).Take(8)], normalised);
    }

    /// <summary>"找压铸件，材料ADC12": a grade said apart belongs to the thing named before it.</summary>
    static void JoinGrades(List<Phrase> wanted)
    {
        for (var i = wanted.Count - 1; i > 0; i--)
        {
            var grades = wanted[i].Units.Where(unit => unit.IsGrade).ToArray();
            if (grades.Length == 0 || wanted[i].Units.Any(unit => unit is { IsGrade: false, IsContent: true })) continue;
            var thing = wanted.FindLastIndex(i - 1, phrase => phrase.HeadAt >= 0);
            if (thing < 0) continue;
            wanted[thing] = new Phrase([.. wanted[thing].Units, .. grades], wanted[thing].Rank);
            wanted.RemoveAt(i);
        }
    }

    /// <summary>The phrases of a product line; "叉车及配件" gives two.</summary>
    public IReadOnlyList<Phrase> ReadLine(string normalised)
    {
        var marks = Quantities.Mark(normalised);
        var phrases = new List<Phrase>();
        foreach (var (start, end) in Clauses(normalised))
        {
            var units = new List<Unit>();
            for (var i = start; i < end;)
            {
                if (marks[i] || IsGradeSpace(normalised, i, units)) { i++; continue; }
                var (length, kind) = WordAt(normalised, i, end, atStart: false);
                if (IsBreak(normalised[i]) || (kind == WordClass.Further && units.Count > 0))
                {
                    Close(phrases, units);
                    i += length;
                }
                else i = Keep(normalised, marks, i, end, length, kind is WordClass.Fluff or WordClass.Mild or WordClass.Weak ? kind : WordClass.Name, units);
            }
            Close(phrases, units);
        }
        return phrases;

        static void Close(List<Phrase> phrases, List<Unit> units)
        {
            // "铝合金锭 (ADC12)": a grade behind a product belongs to it
            if (phrases.Count > 0 && units.Count > 0 && units.TrueForAll(unit => unit.IsGrade)) phrases[^1] = new Phrase([.. phrases[^1].Units, .. units], 1);
            else if (units.Count > 0) phrases.Add(new Phrase(units.ToArray(), 1));
            units.Clear();
        }
    }

    sealed record Clause(List<(Unit[] Units, bool InFront)> Phrases)
    {
        public bool Wants { get; set; }
        public bool Self { get; set; }
    }

    Clause ReadClause(string text, bool[] marks, bool[] names, int start, int end)
    {
        var clause = new Clause([]);
        var units = new List<Unit>();
        var purpose = new List<Unit>();
        var forPurpose = false;
        var conditional = false;
        for (var i = start; i < end;)
        {
            if (IsGradeSpace(text, i, units)) { i++; continue; }
            var (length, kind) = WordAt(text, i, end, units.Count == 0);
            if (names[i] && kind != WordClass.Further && !IsBreak(text[i]))
            {
                i = Keep(text, marks, i, end, length, kind is WordClass.Fluff or WordClass.Mild or WordClass.Weak ? kind : WordClass.Name, units);
                continue;
            }
            if (marks[i] || IsBreak(text[i])) { Close(); i++; continue; }
            if (length == 1 && IsUse(text, i, units, end, out var used))
            {
                ToPurpose();
                i += used;
                continue;
            }
            switch (kind)
            {
                case WordClass.Want:
                    Close();
                    // "汽车座椅厂求购海绵": what stands before the verb is who asks, if something stands behind it
                    clause.Wants = true;
                    for (var k = 0; k < clause.Phrases.Count; k++) clause.Phrases[k] = clause.Phrases[k] with { InFront = true };
                    forPurpose = conditional = false;
                    i += length;
                    break;
                case WordClass.Qualification: units.Clear(); i += length; break;
                case WordClass.Self: Close(); clause.Self = true; i += length; break;
                case WordClass.Talk or WordClass.Further: Close(); i += length; break;
                case WordClass.Purpose: Close(); forPurpose = true; i += length; break;
                case WordClass.Condition: Close(); conditional = true; i += length; break;
                default: i = Keep(text, marks, i, end, length, kind, units); break;
            }
        }
        Close();
        // nothing behind the verb: "铝锭求购"
        if (clause.Phrases.Count > 0 && clause.Phrases.TrueForAll(phrase => phrase.InFront))
            for (var k = 0; k < clause.Phrases.Count; k++) clause.Phrases[k] = clause.Phrases[k] with { InFront = false };
        else if (purpose.Count > 0 && clause.Phrases.Count == 0) clause.Phrases.Add((purpose.ToArray(), false));
        return clause;

        void Close()
        {
            while (units.Count > 0 && units[^1].Text is "的" or "等" or "吗" or "呢" or "吧" or "么" or "了") units.RemoveAt(units.Count - 1);
            if (conditional) units.RemoveAll(unit => !unit.IsGrade);
            if (units.Count == 0) return;
            if (forPurpose) { ToPurpose(); return; }
            if (units.TrueForAll(unit => unit.IsGrade) && clause.Phrases.Count > 0 && !clause.Phrases[^1].InFront)
            {
                // "再生铝锭 ADC12": a grade behind a product belongs to it
                clause.Phrases[^1] = clause.Phrases[^1] with { Units = [.. clause.Phrases[^1].Units, .. units] };
            }
            else if (!conditional && units.Exists(unit => unit.Factor > Fluff))
            {
                clause.Phrases.Add(([.. purpose.Select(unit => unit with { Factor = unit.Factor * Purpose }), .. units], false));
                purpose.Clear();
            }
            units.Clear();
        }

        // "汽车轮毂用的铝合金", "高强度的铝板": what stands before says what for or of what sort
        void ToPurpose()
        {
            purpose.AddRange(units);
            units.Clear();
            forPurpose = false;
        }
    }

    /// <summary>Marks the longest known names, from left to right; short ones and plain words are left to the word list. What looks like an amount inside a name is none.</summary>
    bool[] MarkNames(string text, bool[] marks, Func<ReadOnlySpan<char>, bool> isName)
    {
        const int shortest = 4, longest = 20;
        var names = new bool[text.Length];
        for (var i = 0; i < text.Length; i++)
            for (var length = Math.Min(longest, text.Length - i); length >= shortest; length--)
            {
                if (!isName(text.AsSpan(i, length)) || words.ContainsKey(text.Substring(i, length))) continue;
                names.AsSpan(i, length).Fill(true);
                marks.AsSpan(i, length).Clear();
                i += length - 1;
                break;
            }
        return names;
    }

    // "ADC12 铝锭": a grade in front belongs to what follows
    static bool IsGradeSpace(string text, int at, List<Unit> units) =>
        text[at] == ' ' && units.Count > 0 && units.TrueForAll(unit => unit.IsGrade);

    static bool IsUse(string text, int at, List<Unit> units, int end, out int length)
    {
        length = 0;
        if (units.Count == 0) return false;
        if (text[at] == '的') { length = 1; return true; }
        if (units.Count < 2 || at + 2 >= end) return false;
        // "给铝壳体做阳极氧化"
        if (text[at] == '做') { length = 1; return true; }
        if (text[at] != '用') return false;
        var before = text[at - 1];
        if (JoinedWithUse.Contains(before) && !(OneWordOnly.Contains(before) && units.Count >= 2)) return false;
        length = text[at + 1] == '的' ? 2 : 1;
        return true;
    }

    int Keep(string text, bool[] marks, int at, int end, int length, WordClass kind, List<Unit> units)
    {
        var factor = kind switch { WordClass.Fluff => Fluff, WordClass.Mild => Mild, WordClass.Weak => Weak, _ => 1f };
        if (ShortText.IsWordLetter(text[at]))
        {
            var stop = WordEnd(text, marks, at, end);
            // "IATF16949" is asked of the firm, not of the product
            if (!Array.Exists(StandardMarks, mark => text.AsSpan(at, stop - at).StartsWith(mark, StringComparison.Ordinal))) units.Add(new(text[at..stop], 1));
            return stop;
        }
        var until = at + Math.Max(1, length);
        for (; at < until; at++)
            if (ShortText.IsIdeograph(text[at])) units.Add(new(text[at].ToString(), factor));
        return until;
    }

    // "6061-T6" and "A356.2" are one word; so is "LG 3003": letters, one space, digits
    static int WordEnd(string text, bool[] marks, int at, int end)
    {
        var stop = at;
        while (true)
        {
            var from = stop;
            while (stop < end && ShortText.IsWordLetter(text[stop]) && !marks[stop]) stop++;
            if (stop + 1 >= end || marks[stop + 1] || !ShortText.IsWordLetter(text[stop + 1])) return stop;
            var joins = text[stop] is '-' or '.' or '/'
                || (text[stop] == ' ' && char.IsAsciiDigit(text[stop + 1]) && stop - from <= 4 && text.AsSpan(from, stop - from).IndexOfAnyInRange('0', '9') < 0);
            if (!joins) return stop;
            stop++;
        }
    }

    (int Length, WordClass Kind) WordAt(string text, int at, int end, bool atStart)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var starters = DemandWords.AtStart.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(DemandWords.Longest, end - at); length > 0; length--)
        {
            var span = text.AsSpan(at, length);
            if (atStart && starters.Contains(span)) return (length, WordClass.Talk);
            if (lookup.TryGetValue(span, out var kind)) return (length, kind);
        }
        return (1, WordClass.Name);
    }

    static bool IsBreak(char c) => c is '、' or ' ' or '"' or '“' or '”' or '「' or '」' or '《' or '》' or '【' or '】' or '[' or ']' or '(' or ')' or '|' or '+' or '&' || c == '/';

    static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var stops = i == text.Length || text[i] is '，' or '。' or '；' or '！' or '？' or ',' or ';' or '!' or '?' or ':' or '\n' or '…'
                || (text[i] == '.' && !(i > 0 && i + 1 < text.Length && ShortText.IsWordLetter(text[i - 1]) && ShortText.IsWordLetter(text[i + 1])));
            if (!stops) continue;
            if (i > start) yield return (start, i);
            start = i + 1;
        }
    }
}

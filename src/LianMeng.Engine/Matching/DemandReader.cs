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

    // what a thing is for weighs like empty words, but can be told from them
    internal const float Purpose = 0.11f, Fluff = 0.1f;

    const float Mild = 0.3f, Weak = 0.4f;

    // how much less a thing counts: said beside the one asked for; a process whose part is asked for; a part of which only a step is
    const float Beside = 0.75f, ProcessOfPart = 0.7f, PartOfStep = 0.85f;

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
        var said = new HashSet<string>(StringComparer.Ordinal);
        var clauses = ReadClauses(normalised, isName, said);
        return Read(normalised, clauses, kind) with { IsBare = !clauses.Exists(clause => clause.Wants), Names = said, Apart = said.Where(name => StandsApart(normalised, name)).ToHashSet(StringComparer.Ordinal) };
    }

    static Demand Read(string normalised, List<Clause> clauses, MatchKind kind)
    {
        var wanted = WantedOf(clauses, kind);
        var said = clauses.SelectMany(clause => clause.Phrases).Select(phrase => new Phrase(phrase.Units, 1));
        if (kind == MatchKind.Demand && Disposal.IsMeant(normalised) && Given(said, Disposal.IsSale(normalised)) is { Count: > 0 } given) return new(given, [], normalised);

        var conditions = clauses.SelectMany(clause => clause.Conditions).Select(units => new Phrase(units, 1)).Where(phrase => phrase.HeadAt >= 0).Take(4).ToList();
        // "要带阳极氧化的": nothing else is said, so it is what is asked for
        if (!wanted.Exists(phrase => phrase.HeadAt >= 0)) (wanted, conditions) = ([.. wanted, .. conditions], []);
        if (kind == MatchKind.Demand)
        {
            // "缸体毛坯+机加工", "外壳的压铸和喷粉": a step named beside the part is a further wish
            var steps = normalised.Contains('+') || normalised.Contains("毛坯", StringComparison.Ordinal) || wanted.Exists(phrase => PartAndProcess(phrase).Skip(1).Any());
            wanted = [.. wanted.SelectMany(phrase => steps && wanted.Count > 1 && IsProcess(phrase) ? [new Phrase(phrase.Units, phrase.Rank * Beside)] : PartAndProcess(phrase))];
        }
        // a lone character beside a name is a scrap of talk
        if (wanted.Exists(phrase => phrase.Core.Length > 1)) wanted.RemoveAll(phrase => phrase is { Core: [{ IsWord: false }], IsMaterial: false } && phrase.Grades.Length == 0);
        return new([.. wanted.Where(phrase => phrase.Core.Length > 0).OrderByDescending(phrase => phrase.Rank).Take(8)], conditions, normalised);
    }

    /// <summary>What a listing's title stands for, in the order of the text: what is asked for or offered, and behind it what is certainly a product.</summary>
    /// <param name="normalised">The title.</param>
    /// <param name="kind">Whether the listing seeks or supplies.</param>
    /// <param name="isName">As for <see cref="Read"/>.</param>
    /// <param name="isProduct">Whether a phrase that is only said beside is a product all the same.</param>
    public IReadOnlyList<Phrase> ReadTitle(string normalised, MatchKind kind, Func<ReadOnlySpan<char>, bool> isName, Func<Phrase, bool> isProduct)
    {
        var clauses = ReadClauses(normalised, isName);
        if (kind == MatchKind.Demand && Disposal.IsMeant(normalised) && !Disposal.IsPurchase(normalised)
            && Given(clauses.SelectMany(clause => clause.Phrases).Select(phrase => new Phrase(phrase.Units, 1)), Disposal.IsSale(normalised)) is { Count: > 0 } given)
            return given.Exists(phrase => !phrase.IsGiven) ? given.FindAll(phrase => !phrase.IsGiven) : given;

        // what stands in front of the clause that asks says who asks
        var first = clauses.FindIndex(clause => clause.Wants && clause.Phrases.Count > 0);
        var told = clauses.Where((clause, at) => at >= first && !clause.IsPurpose).ToList();
        var wanted = WantedOf(told.Count > 0 ? told : clauses, kind);
        var most = wanted.Count == 0 ? 0 : wanted.Max(phrase => phrase.Rank);
        return [.. wanted.Where(phrase => phrase.Rank == most || (phrase.Rank >= Beside && isProduct(phrase))).Select(WithoutPurpose)];

        static Phrase WithoutPurpose(Phrase phrase)
        {
            var thing = new Phrase([.. phrase.Units.SkipWhile(unit => unit.Factor is Purpose or < Fluff)], phrase.Rank);
            return thing.HeadAt >= 0 ? thing : phrase;
        }
    }

    List<Clause> ReadClauses(string normalised, Func<ReadOnlySpan<char>, bool> isName, HashSet<string>? said = null)
    {
        var marks = Quantities.Mark(normalised);
        var names = MarkNames(normalised, marks, isName, said);
        var clauses = new List<Clause>();
        foreach (var (start, end) in Clauses(normalised)) clauses.Add(ReadClause(normalised, marks, names, start, end, clauses.Exists(clause => clause.Phrases.Count > 0)));
        return clauses;
    }

    static List<Phrase> WantedOf(List<Clause> clauses, MatchKind kind)
    {
        var asked = clauses.Exists(clause => clause.Wants && clause.Phrases.Count > 0);
        var wanted = new List<Phrase>();
        foreach (var clause in clauses)
        {
            // "我公司做汽车座椅，求购海绵": who asks is not what is asked for, unless it is a supply or nothing else is said
            var beside = asked ? !clause.Wants : wanted.Count > 0;
            if (clause.Self && kind == MatchKind.Demand && asked && !clause.Wants) continue;
            foreach (var (units, inFront) in clause.Phrases)
                wanted.Add(new Phrase(units, (beside ? Beside : 1f) * (inFront ? 0.6f : 1f)));
        }
        JoinGrades(wanted);
        return wanted;
    }

    static bool IsProcess(Phrase phrase)
    {
        var said = phrase.Units.Where(unit => !unit.IsGrade || phrase.Core.Contains(unit)).ToArray();
        return said.Length > 0 && Processes.AtEnd(said, out _) == said.Length;
    }

    /// <summary>"发动机缸体压铸": the part is asked for as well as the process, which comes first depends on whether it makes the part.</summary>
    static IEnumerable<Phrase> PartAndProcess(Phrase phrase)
    {
        var said = phrase.Units.Where(unit => !unit.IsGrade || phrase.Core.Contains(unit)).ToArray();
        var processes = Processes.AtEnd(said, out var forms);
        // "控制臂锻造毛坯"
        while (processes == 0 && said is [.., { Factor: Fluff }]) processes = Processes.AtEnd(said = said[..^1], out forms);
        // "给铝壳体做阳极氧化": the part was read as what the process is for
        var part = processes == 0 ? [] : Processes.Part([.. said.Select(unit => unit.Factor == Purpose ? unit with { Factor = 1 } : unit)], processes);
        if (part.Length == 0) return [phrase];
        Phrase made = new([.. part, .. phrase.Grades], phrase.Rank * (forms ? 1 : PartOfStep));
        var step = said[^processes..];
        // letters stand alone ("CNC"): beside the part they would not be heard
        var of = step.All(unit => unit.IsWord) ? [] : part.Select(unit => unit with { Factor = Purpose });
        Phrase process = new([.. of, .. step, .. phrase.Grades], phrase.Rank * (forms ? ProcessOfPart : 1));
        return forms ? [made, process] : [process, made];
    }

    /// <summary>What the asker wants to be rid of: the scrap he names, or whatever he offers for sale.</summary>
    static List<Phrase> Given(IEnumerable<Phrase> said, bool isSale)
    {
        var given = new List<Phrase>();
        foreach (var phrase in said.Where(phrase => phrase.HeadAt >= 0))
        {
            var service = Disposal.ServiceAtEnd(phrase.Name);
            var units = phrase.Units.Where(unit => unit.Factor >= Mild).ToArray();
            // "回收铝灰的厂"
            var verb = Disposal.VerbAtStart(phrase.Name);
            if (verb > 0) (units, service) = (units[verb..], 0);
            var thing = verb > 0 || (service > 0 && service < units.Length) ? new Phrase(units[..^service], 1) { IsGiven = true } : new Phrase(phrase.Units, 1) { IsGiven = true };
            if (!Disposal.IsScrap(thing.Name)) continue;
            if (service > 0) given.Add(phrase);
            given.Add(thing);
        }
        if (given.Count == 0 && isSale) given.AddRange(said.Where(phrase => phrase.HeadAt > 0 || phrase.Core.Any(unit => unit.IsWord)).Select(phrase => new Phrase(phrase.Units, 1) { IsGiven = true }));
        return [.. given.Take(8)];
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

    sealed record Clause(List<(Unit[] Units, bool InFront)> Phrases, List<Unit[]> Conditions)
    {
        public bool Wants { get; set; }
        public bool Self { get; set; }

        /// <summary>Says only what something is for.</summary>
        public bool IsPurpose { get; set; }
    }

    Clause ReadClause(string text, bool[] marks, bool[] names, int start, int end, bool hasBefore)
    {
        var clause = new Clause([], []);
        var units = new List<Unit>();
        var purpose = new List<Unit>();
        var askers = new List<(Unit[] Units, bool InFront)>();
        var forPurpose = false;
        // "T6热处理的优先": said of the supplier
        var conditional = hasBefore && IsPreference(text.AsSpan(start, end - start));
        var aside = false;
        for (var i = start; i < end;)
        {
            if (IsGradeSpace(text, i, units)) { i++; continue; }
            // a word that begins inside a name ends with it: 阳极氧化加工|厂家
            var (length, kind) = WordAt(text, i, names[i] ? EndOfName(names, i, end) : end, units.TrueForAll(unit => unit.Factor <= Fluff));
            if (names[i] && kind != WordClass.Further && !IsBreak(text[i]))
            {
                i = Keep(text, marks, i, end, length, kind is WordClass.Fluff or WordClass.Mild or WordClass.Weak ? kind : WordClass.Name, units);
                continue;
            }
            if (marks[i] || IsBreak(text[i])) { Close(); i++; continue; }
            if (aside && kind is not (WordClass.Want or WordClass.Place)) { if (text[i] == '的' && !HasThing()) aside = false; i += length; continue; }
            if (conditional && text[i] == '的' && units.Count > 1 && !HasThing()) { Close(); conditional = false; i++; continue; }
            if (!conditional && length == 1 && IsUse(text, i, units, end, out var used))
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
                    forPurpose = conditional = aside = false;
                    i += length;
                    break;
                case WordClass.Qualification: units.Clear(); i += length; break;
                case WordClass.Self: Close(); clause.Self = true; i += length; break;
                case WordClass.Talk or WordClass.Further:
                    Close();
                    if (length > 2 && text.AsSpan(i, length).EndsWith("公司")) PutAside();
                    i += length;
                    break;
                case WordClass.Purpose: Close(); forPurpose = true; i += length; break;
                // "带模具的压铸件": with nothing named before, what follows is a thing like any other
                case WordClass.Condition: Close(); conditional = HasThing() || length > 1; i += length; break;
                case WordClass.Aside: Close(); aside = true; i += length; break;
                case WordClass.Place:
                    // "发铜梁蒲吕组团"
                    aside |= i > start && text[i - 1] is '送' or '发' or '到' or '运' or '拉' or '往';
                    Close();
                    i += length;
                    break;
                default: i = Keep(text, marks, i, end, length, kind, units); break;
            }
        }
        Close();
        if (clause.Phrases.Count == 0) clause.Phrases.AddRange(askers);
        // nothing behind the verb: "铝锭求购"
        if (clause.Phrases.Count > 0 && clause.Phrases.TrueForAll(phrase => phrase.InFront))
            for (var k = 0; k < clause.Phrases.Count; k++) clause.Phrases[k] = clause.Phrases[k] with { InFront = false };
        else if (purpose.Count > 0 && clause.Phrases.Count == 0)
        {
            clause.Phrases.Add((purpose.ToArray(), false));
            clause.IsPurpose = hasBefore;
        }
        return clause;

        void Close()
        {
            while (units.Count > 0 && IsLoose(units)) units.RemoveAt(units.Count - 1);
            if (conditional)
            {
                if (units.Exists(unit => unit is { IsContent: true, IsGrade: false })) clause.Conditions.Add([.. units]);
                units.RemoveAll(unit => !unit.IsGrade);
            }
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

        // "某某铁塔股份有限公司蓄电池采购公告": the name in front of 有限公司 says who asks; it counts only when nothing else is said
        void PutAside()
        {
            askers.AddRange(clause.Phrases.Where(phrase => !clause.Wants || phrase.InFront));
            clause.Phrases.RemoveAll(phrase => !clause.Wants || phrase.InFront);
        }

        bool HasThing() => hasBefore || clause.Phrases.Count > 0;

        // "汽车轮毂用的铝合金", "高强度的铝板": what stands before says what for or of what sort
        void ToPurpose()
        {
            purpose.AddRange(units);
            units.Clear();
            forPurpose = false;
        }
    }

    /// <summary>Marks the longest known names, from left to right, and notes them; short ones and plain words are left to the word list. What looks like an amount inside a name is none.</summary>
    bool[] MarkNames(string text, bool[] marks, Func<ReadOnlySpan<char>, bool> isName, HashSet<string>? said)
    {
        const int least = 3, shortest = 4, longest = 20;
        var names = new bool[text.Length];
        for (var i = 0; i < text.Length; i++)
            for (var length = Math.Min(longest, text.Length - i); length >= least; length--)
            {
                if (!isName(text.AsSpan(i, length)) || words.ContainsKey(text.Substring(i, length))) continue;
                said?.Add(text.Substring(i, length));
                if (length < shortest) break;
                names.AsSpan(i, length).Fill(true);
                marks.AsSpan(i, length).Clear();
                i += length - 1;
                break;
            }
        return names;
    }

    bool StandsApart(string text, string name)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return IsEdge(start + name.Length, start + name.Length) && (IsEdge(start, start - 1) || Enumerable.Range(1, Math.Min(DemandWords.Longest, start)).Any(length => words.TryGetValue(text.Substring(start - length, length), out var kind) && kind is WordClass.Want or WordClass.Talk));

        bool IsEdge(int at, int sign) => at == 0 || at == text.Length || text[sign] is ' ' or '，' or '。' or '；' or '！' or '？' or ',' or ';' or '!' or '?' or '\n';
    }

    static int EndOfName(bool[] names, int at, int end)
    {
        while (at < end && names[at]) at++;
        return at;
    }

    static bool IsPreference(ReadOnlySpan<char> clause) =>
        clause.Contains("优先", StringComparison.Ordinal) || clause.Contains("更好", StringComparison.Ordinal) || clause.StartsWith("最好", StringComparison.Ordinal) || clause.Contains("加分", StringComparison.Ordinal);

    // "铝锭发", "缸体哦": what is left of talk behind a thing; 输送 and 研发 are words
    static bool IsLoose(List<Unit> units)
    {
        var before = units.Count > 1 ? units[^2].Text[^1] : ' ';
        return units[^1].Text[0] switch
        {
            '的' or '等' or '吗' or '呢' or '吧' or '么' or '了' or '哦' or '哈' or '噻' or '撒' or '嘛' or '啊' or '呀' or '喽' or '没' => true,
            '送' => !"输配传运递速寄遣".Contains(before, StringComparison.Ordinal),
            '发' => !"研开批假理喷挥蒸沙烘".Contains(before, StringComparison.Ordinal),
            '来' or '到' or '急' => before is not (' ' or '应'),
            '求' => before != '需',
            '卖' => !"专外拍买".Contains(before, StringComparison.Ordinal),
            // 棒子, 壳子: spoken; 端子 and 转子 are words
            '子' => units.Count > 2 && "棒管板架盖轮箱炉块条筒框".Contains(before, StringComparison.Ordinal),
            _ => false,
        };
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
            if (atStart && starters.TryGetValue(span, out var kind)) return (length, kind);
            if (lookup.TryGetValue(span, out kind)) return (length, kind);
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

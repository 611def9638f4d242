using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// How far a product line answers a phrase, 0 to 1: the share of the phrase the line covers and of the line the phrase covers, both in
/// characters and pairs weighted by rarity, then lowered where the head (the last word, the thing itself) differs:
/// 铝板切割机 is no 铝板, 铝土矿 no 铝箔, 发动机 may be a 客机发动机.
/// </summary>
sealed class Likeness(Func<ulong, float> rarity)
{
    /// <summary>A line that stays below this does not answer the phrase.</summary>
    public const float Enough = 0.5f;

    /// <summary>The most a line in other words can reach.</summary>
    const float Other = 0.98f;

    // how much the phrase's coverage counts, and the line's; what a product of rounded factors may lose
    const float Asked = 0.55f, Answered = 0.45f, Rounding = 1e-4f;

    /// <summary>Likeness of two phrases; not symmetric: <paramref name="wanted"/> asks, <paramref name="line"/> answers.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="line">What may answer it.</param>
    /// <param name="onlyEnough">Whether what stays below <see cref="Enough"/> may be given as 0, which is found sooner.</param>
    public float Of(Phrase wanted, Phrase line, bool onlyEnough = false)
    {
        if (wanted.Core.Length == 0 || line.Core.Length == 0 || (wanted.Mask & line.Mask) == 0 || (onlyEnough && (wanted.Signature & line.Signature) == 0)) return 0;
        if (wanted.HasCoreOf(line)) return 1;
        // one character is in a hundred names and tells nothing
        if (wanted.Core is [{ IsWord: false }]) return 0;
        var grade = GradeShare(wanted.Grades, line);
        // A356铝锭 and A356铝合金锭: with one grade the same last character is the same thing
        var sameThing = grade > 0.9f && wanted.HeadAt >= 0 && line.HeadAt >= 0 && wanted.Core[wanted.HeadAt].Text == line.Core[line.HeadAt].Text;
        var heads = sameThing ? 1 : HeadOfWanted(wanted, line) * HeadOfLine(wanted, line);
        var kinds = (wanted.Tail != line.Tail ? 0.6f : 1)
            // 废纸箱 is no 纸箱
            * (line.IsScrap && !wanted.IsScrap ? 0.6f : 1)
            * (Materials.Clash(wanted.Metals, line.Metals) ? 0.5f : 1);
        var most = onlyEnough ? heads * kinds + Rounding : 1;
        if (most < Enough) return 0;
        // 铝灰处置 and 铝灰资源化利用: tails of one family are the same word
        var sameTail = wanted.Tail.Length > 0 && wanted.Tail == line.Tail && wanted.HeadAt >= 0 && line.HeadAt >= 0;
        var asked = Coverage(sameTail ? wanted.Core.AsSpan(0, wanted.HeadAt + 1) : wanted.Core, line, 1.5f * grade * Math.Min(1, wanted.Grades.Length));
        if (asked <= 0 || (onlyEnough && most * (Asked * asked + Answered) < Enough)) return 0;
        // 后减震器 answers 摩托车减震器: where a part sits says little of what it is
        var from = line.Core is [var place, _, _, ..] && IsPlace(place.Text) && !Has(wanted, place.Text) ? 1 : 0;
        var answered = Coverage(line.Core.AsSpan(from, (sameTail ? line.HeadAt + 1 : line.Core.Length) - from), wanted, line.Grades.Length > 0 ? 1.5f * grade : 0);
        var value = (Asked * asked + Answered * answered) * heads * kinds;
        // each has words of its own: 客机发动机 and 汽车发动机 exclude each other, 发动机 excludes neither
        if (asked < 0.9f && answered < 0.9f) value *= 0.85f;
        return Math.Min(Other, value);
    }

    /// <summary>Whether a character says where a part sits.</summary>
    public static bool IsPlace(string character) => character is "前" or "后" or "左" or "右" or "上" or "下";

    /// <summary>Share of the grades that the line names, 0 when none is asked for. "6061" answers "6061-T6" in part.</summary>
    public static float GradeShare(Unit[] grades, Phrase line)
    {
        if (grades.Length == 0) return 0;
        var sum = 0f;
        foreach (var grade in grades)
        {
            var best = 0f;
            foreach (var unit in line.Units)
                if (unit.IsWord) best = Math.Max(best, WordShare(grade.Text, unit.Text));
            sum += best;
        }
        return sum / grades.Length;
    }

    float Coverage(ReadOnlySpan<Unit> asked, Phrase by, float bonus)
    {
        float total = bonus, found = bonus, pairs = 0, pairsFound = 0;
        for (var i = 0; i < asked.Length; i++)
        {
            var weight = asked[i].Factor * (asked[i].IsWord ? 2 * rarity(TextTokens.WholeWord(Solid(asked[i].Text))) : rarity(TextTokens.Character(asked[i].Text[0])));
            total += weight;
            found += weight * Share(asked[i], by);
            if (i == 0 || asked[i].IsWord || asked[i - 1].IsWord) continue;
            weight = Math.Min(asked[i].Factor, asked[i - 1].Factor) * rarity(TextTokens.Bigram(asked[i - 1].Text[0], asked[i].Text[0]));
            pairs += weight;
            if (HasPair(by, asked[i - 1].Text, asked[i].Text)) pairsFound += weight;
        }
        var characters = total <= 0 ? 0 : found / total;
        return pairs <= 0 ? characters : 0.4f * characters + 0.6f * (pairsFound + bonus) / (pairs + bonus);
    }

    static float Share(Unit unit, Phrase by)
    {
        if (!unit.IsWord) return Has(by, unit.Text) ? 1 : 0;
        var best = 0f;
        foreach (var other in by.Units)
            if (other.IsWord) best = Math.Max(best, WordShare(unit.Text, other.Text));
        return best;
    }

    /// <summary>1 for the same word however it is divided; for "6061-t6" against "6061" the share of letters the common beginning covers.</summary>
    static float WordShare(string asked, string other)
    {
        if (asked == other) return 1;
        var (a, b) = (Solid(asked), Solid(other));
        if (a == b) return 1;
        // a part ends where a dash or dot stands: a356 answers a356.2, a35 answers neither
        if (asked.StartsWith(other, StringComparison.Ordinal) && asked[other.Length] is '-' or '.' or '/') return 0.8f * b.Length / a.Length;
        if (other.StartsWith(asked, StringComparison.Ordinal) && other[asked.Length] is '-' or '.' or '/') return 1;
        return 0;
    }

    static string Solid(string word) => word.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);

    static float HeadOfWanted(Phrase wanted, Phrase line)
    {
        if (wanted.HeadAt < 0) return 0.6f;
        var head = wanted.Core[wanted.HeadAt];
        if (head.IsWord) return Share(head, line) > 0 ? 1 : 0.35f;
        if (wanted.HeadAt > 0 && wanted.Core[wanted.HeadAt - 1] is { IsWord: false, IsContent: true } before && HasPair(line, before.Text, head.Text)) return 1;
        if (line.HeadAt >= 0 && line.Core[line.HeadAt].Text == head.Text) return wanted.HeadAt == 0 ? 1 : 0.8f;
        return Has(line, head.Text) ? 0.6f : 0.35f;
    }

    static float HeadOfLine(Phrase wanted, Phrase line)
    {
        if (line.HeadAt < 0) return 0.6f;
        var head = line.Core[line.HeadAt];
        if (head.IsWord) return Share(head, wanted) > 0 ? 1 : 0.6f;
        if (line.HeadAt > 0 && HasPair(wanted, line.Core[line.HeadAt - 1].Text, head.Text)) return 1;
        if (wanted.HeadAt >= 0 && wanted.Core[wanted.HeadAt].Text == head.Text) return 0.9f;
        // 压铸件 answers 压铸, 箱体 a 箱
        if (line.HeadAt > 0 && head.Text is "件" or "品" or "材" or "料" or "物" or "体" && EndsAt(wanted, line, line.HeadAt - 1)) return 0.9f;
        // PCB电路板 says in Chinese what PCB said already
        if (wanted.HeadAt >= 0 && wanted.Core[wanted.HeadAt].IsWord && Share(wanted.Core[wanted.HeadAt], line) > 0) return 0.8f;
        return Has(wanted, head.Text) ? 0.7f : 0.5f;
    }

    static bool EndsAt(Phrase wanted, Phrase line, int at) => wanted.HeadAt >= 0 && wanted.Core[wanted.HeadAt].Text == line.Core[at].Text;

    static bool Has(Phrase phrase, string text)
    {
        foreach (var unit in phrase.Core)
            if (unit.Text == text) return true;
        return false;
    }

    static bool HasPair(Phrase phrase, string first, string second)
    {
        for (var i = 1; i < phrase.Core.Length; i++)
            if (phrase.Core[i].Text == second && phrase.Core[i - 1].Text == first) return true;
        return false;
    }
}

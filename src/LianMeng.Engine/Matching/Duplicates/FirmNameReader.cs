using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LianMeng.Engine.Standards;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>Takes a firm's name apart: place, own name, trade, legal form, and what part of a firm it is.</summary>
internal static partial class FirmNameReader
{
    /// <summary>The name itself, and the ones that stand in its brackets (原重庆红星铝厂).</summary>
    /// <param name="home">where the firm is registered, if that is known: 云岩远泰 in 云岩 begins with its place</param>
    public static IReadOnlyList<FirmName> Read(string name, Region? home = null)
    {
        var (text, brackets) = Unbracket(Normalise(name));
        var former = brackets.Select(FormerIn).OfType<string>().ToList();
        brackets.RemoveAll(b => FormerIn(b) is not null);
        return [ReadOne(text, brackets, home), .. former.Where(f => f.Length >= 2).Select(f => ReadOne(f, [], home))];
    }

    private static FirmName ReadOne(string text, List<string> brackets, Region? home)
    {
        var whole = text + string.Concat(brackets.Select(b => "(" + b + ")"));
        var places = new List<Region>();
        var form = FirmForm.Unsaid;
        var remark = "";
        foreach (var bracket in brackets)
        {
            if (PlaceOf(bracket) is { } place) places.Add(place);
            else if (Array.Find(FirmWords.BracketForms, f => f.Word == bracket) is { Word: not null } said) form = said.Form;
            else if (IsPart(bracket)) text += bracket;
            else if (!FirmWords.Remarks.Contains(bracket)) remark += bracket;
        }

        var ordinal = TakeOrdinals(ref text);
        var branch = TakeBranch(ref text);
        foreach (var (word, said) in FirmWords.Forms)
        {
            if (text.Length - word.Length < 2 || !text.EndsWith(word, StringComparison.Ordinal)) continue;
            text = text[..^word.Length];
            form = form == FirmForm.Unsaid || said is FirmForm.Group or FirmForm.Stock ? said : form;
            break;
        }

        var core = TakePlaces(text, places, home);
        var (brand, trade) = Split(core);
        return new()
        {
            Whole = whole,
            Core = core,
            Brand = brand,
            Trade = trade,
            Place = Narrowest(places),
            Form = form,
            Branch = branch,
            Ordinal = ordinal,
            Remark = remark,
            Bag = Sorted(core),
        };
    }

    public static string Sorted(string text)
    {
        var characters = text.ToCharArray();
        Array.Sort(characters);
        return new string(characters);
    }

    private static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in ShortText.Normalise(name))
        {
            if (c is '(' or '[' or '【' or '〔' or '{' or '〈' or '《') text.Append('(');
            else if (c is ')' or ']' or '】' or '〕' or '}' or '〉' or '》') text.Append(')');
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) text.Append(c);
        }

        return text.ToString();
    }

    private static (string Text, List<string> Brackets) Unbracket(string text)
    {
        var brackets = new List<string>();
        for (; ; )
        {
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open < 0) return (text.Replace(")", "", StringComparison.Ordinal), brackets);
            var close = text.IndexOf(')', open);
            var inner = (close < 0 ? text[(open + 1)..] : text[(open + 1)..close]).Replace("(", "", StringComparison.Ordinal);
            if (inner.Length > 0) brackets.Add(inner);
            text = text[..open] + (close < 0 ? "" : text[(close + 1)..]);
        }
    }

    private static string? FormerIn(string bracket)
    {
        foreach (var word in (string[])["原名", "原为", "原", "曾用名", "曾用", "曾名", "更名前"])
        {
            if (bracket.StartsWith(word, StringComparison.Ordinal) && bracket.Length >= word.Length + 4) return bracket[word.Length..];
        }

        return null;
    }

    private static Region? PlaceOf(string text)
    {
        var places = new List<Region>();
        var at = 0;
        while (at < text.Length)
        {
            var (region, length, _) = Best(text, at, Narrowest(places));
            if (region is null) return null;
            places.Add(region);
            at += length;
        }

        return Narrowest(places);
    }

    private static bool IsPart(string text) => Ordinal().IsMatch(text) || FirmWords.Branches.Concat(FirmWords.BranchesBehind).Any(b => text.EndsWith(b, StringComparison.Ordinal));

    // 第二, 一厂, 3号, 东厂区: which of several
    private static string TakeOrdinals(ref string text)
    {
        var found = new StringBuilder();
        text = Ordinal().Replace(text, match =>
        {
            var group = match.Groups["n"];
            found.Append(Digits(group.Value)).Append('.');
            return match.Value.Remove(0, group.Index - match.Index + group.Length).TrimStart('号', '#');
        });
        return found.ToString();
    }

    [GeneratedRegex("第(?<n>[一二三四五六七八九十]+|[0-9]+)|(?<n>[一二三四五六七八九十]+|[0-9]+|[a-z])(?=(分厂|厂|车间|分店|店|队|分部|期|分公司|工厂|厂区|仓库|项目部|营业部|门市部|工区|基地))|(?<n>[0-9]+)[号#]|(?<n>[东南西北新老])(?=厂区)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    private static string Digits(string number)
    {
        const string chinese = "零一二三四五六七八九";
        if (chinese.IndexOf(number[0], StringComparison.Ordinal) < 0 && number[0] != '十') return number.TrimStart('0');
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return string.Concat(number.Select(c => chinese.IndexOf(c, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)));
        var tens = ten == 0 ? 1 : chinese.IndexOf(number[ten - 1], StringComparison.Ordinal);
        var ones = ten + 1 < number.Length ? chinese.IndexOf(number[ten + 1], StringComparison.Ordinal) : 0;
        return (tens * 10 + ones).ToString(CultureInfo.InvariantCulture);
    }

    private static string TakeBranch(ref string text)
    {
        var branch = "";
        // 鸿运铝业有限公司铜梁营业部: all that follows a whole name is the part
        foreach (var end in FirmWords.WholeEnds)
        {
            var at = text.IndexOf(end, StringComparison.Ordinal);
            if (at < 2 || at + end.Length == text.Length) continue;
            var rest = text[(at + end.Length)..];
            if (!FirmWords.Branches.Concat(FirmWords.BranchesBehind).Any(b => rest.EndsWith(b, StringComparison.Ordinal))) continue;
            text = text[..(at + end.Length)];
            return rest;
        }

        // 鸿运铝业铜梁分公司: with the place before it
        foreach (var word in FirmWords.Branches)
        {
            if (!text.EndsWith(word, StringComparison.Ordinal) || text.Length - word.Length < 2) continue;
            var head = text[..^word.Length];
            branch = word;
            for (var at = 2; at <= head.Length - 2; at++)
            {
                if (PlaceOf(head[at..]) is null) continue;
                (head, branch) = (head[..at], head[at..] + word);
                break;
            }

            text = head;
            return branch;
        }

        return branch;
    }

    /// <summary>Places at the beginning, or else behind the own name; what is left must still name somebody.</summary>
    private static string TakePlaces(string text, List<Region> places, Region? home)
    {
        for (; ; )
        {
            var (region, length, isFull) = Best(text, 0, Narrowest(places));
            if (region is null) break;
            var rest = text[length..];
            if (rest.Length < 2) break;
            // 永兴铝业 is nobody of 永兴, and 泰安物流 not of 泰安: a bare name that leaves no own name is the own name
            var isSure = isFull || region.Level == RegionLevel.Province || (home is not null && PlaceNames.IsIn(home, region));
            if (!isSure && Split(rest).Brand.Length < 2) break;
            places.Add(region);
            text = rest;
        }

        if (places.Count > 0) return text;
        for (var at = 2; at <= text.Length - 2; at++)
        {
            var found = new List<Region>();
            var end = at;
            while (Best(text, end, Narrowest(found)) is { Region: { } region, Length: var length })
            {
                found.Add(region);
                end += length;
            }

            if (found.Count == 0) continue;
            var rest = text.Remove(at, end - at);
            if (rest.Length < 3 || Split(rest).Brand.Length < 2) continue;
            places.AddRange(found);
            return rest;
        }

        return text;
    }

    private static (Region? Region, int Length, bool IsFull) Best(string text, int start, Region? within)
    {
        foreach (var (region, length, isFull) in PlaceNames.At(text, start))
        {
            if (within is null || PlaceNames.IsIn(region, within) || PlaceNames.IsIn(within, region)) return (region, length, isFull);
        }

        return (null, 0, false);
    }

    private static Region? Narrowest(List<Region> places) => places.Count == 0 ? null : places.OrderByDescending(p => p.Level).First();

    /// <summary>Own name and trade; weak words belong to neither.</summary>
    private static (string Brand, string Trade) Split(string core)
    {
        var brand = new StringBuilder();
        var trade = new StringBuilder();
        for (var at = 0; at < core.Length;)
        {
            var word = FirmWords.TradeAt(core, at);
            if (word is null)
            {
                brand.Append(core[at++]);
                continue;
            }

            if (Array.IndexOf(FirmWords.Weak, word) < 0) trade.Append(word);
            at += word.Length;
        }

        if (trade.Length == 0 && brand.Length > 2 && FirmWords.ShortTrades.Contains(brand[^1], StringComparison.Ordinal))
        {
            trade.Append(brand[^1]);
            brand.Length--;
        }

        return (brand.ToString(), trade.ToString());
    }
}

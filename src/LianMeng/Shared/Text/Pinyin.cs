using System.Text;

namespace LianMeng.Shared.Text;

/// <summary>
/// Chinese names as pinyin without tones (ü is v), for sorting by name and for searching by initials.
/// Common readings come from the build (pinyin.tsv, made from pinyin-pro); the words below are the ones in names of
/// firms, places and products whose reading differs from the character's common one. Readings of people's surnames
/// are the common ones: a rule for 单, 曾 or 仇 would misread firms.
/// </summary>
public static class Pinyin
{
    private const char First = '\u3400';
    private const char Last = '\u9fa5';

    // Found by comparing character-wise readings with pinyin-pro's for whole words over the names of 4 000 listed
    // companies, 36 000 products and every administrative division.
    private const string Words = """
        重庆 chong qing,重钢 chong gang,重药 chong yao,重啤 chong pi,重百 chong bai
        银行 yin hang,行业 hang ye,商行 shang hang,车行 che hang,分行 fen hang,支行 zhi hang,总行 zong hang,农商行 nong shang hang
        五金行 wu jin hang,洋行 yang hang,行情 hang qing,同行 tong hang
        成都 cheng du,都江堰 du jiang yan,丰都 feng du,昌都 chang du,宜都 yi du,都匀 du yun,都市 du shi,首都 shou du
        厦门 xia men,西藏 xi zang,藏族 zang zu,东莞 dong guan,蚌埠 beng bu,六安 lu an,长子县 zhang zi xian,枞阳 zong yang
        铅山 yan shan,荥阳 xing yang,番禺 pan yu,犍为 qian wei,东阿 dong e,乐清 yue qing,崆峒 kong tong,仡佬 ge lao
        模具 mu ju,模板 mu ban,铝模 lv mu,模架 mu jia,模胚 mu pei,钢模 gang mu,压模 ya mu
        热轧 re zha,冷轧 leng zha,轧钢 zha gang,轧制 zha zhi,轧辊 zha gun,轧机 zha ji,铸轧 zhu zha,连轧 lian zha,轧铝 zha lv
        调度 diao du,调研 diao yan,调查 diao cha,畜牧 xu mu,畜产 xu chan,畜禽养殖 chu qin yang zhi
        生长 sheng zhang,成长 cheng zhang,长兴 chang xing,市长 shi zhang,董事长 dong shi zhang,组长 zu zhang,链长 lian zhang,会长 hui zhang
        音乐 yin yue,乐器 yue qi,弹药 dan yao,导弹 dao dan,防弹 fang dan,校准 jiao zhun,校验 jiao yan,刹车 sha che
        给水 ji shui,供给 gong ji,补给 bu ji,还原 huan yuan,着色 zhuo se,海参 hai shen,人参 ren shen,党参 dang shen
        包扎 bao za,捆扎 kun za,绑扎 bang za,萝卜 luo bo,薄荷 bo he,呢绒 ni rong,止咳 zhi ke,会计 kuai ji,钥匙 yao shi
        """;

    private static readonly string?[] Readings = LoadReadings();
    private static readonly Dictionary<char, (string Word, string[] Syllables)[]> Exceptions = LoadExceptions();

    /// <summary>
    /// Lower-case syllables and runs of Latin letters or digits, separated by one space; brackets and other marks fall
    /// away. Compare ordinally (in PostgreSQL: collation "C"): the space sorts before every letter, so 李安 (li an)
    /// stands before 连 (lian). Characters without a known reading stay and sort last.
    /// </summary>
    public static string SortKey(string text) => string.Join(' ', Syllables(text));

    /// <summary>First letters, for search: 重庆鸿运铝业 → cqhyly. Latin letters and digits stay whole: ABC铝业 → abcly.</summary>
    public static string Initials(string text)
    {
        var initials = new StringBuilder();
        foreach (var (syllable, latin) in Split(text))
        {
            initials.Append(latin ? syllable : syllable[..1]);
        }
        return initials.ToString();
    }

    /// <summary>All syllables without spaces, for search by typed pinyin: 铝业 → lvye.</summary>
    public static string Full(string text) => string.Concat(Syllables(text));

    private static IEnumerable<string> Syllables(string text)
    {
        foreach (var (syllable, _) in Split(text))
        {
            yield return syllable;
        }
    }

    private static IEnumerable<(string Syllable, bool Latin)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latin = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = Narrow(text[i]);
            if (char.IsAsciiLetterOrDigit(c))
            {
                latin.Append(char.ToLowerInvariant(c));
                continue;
            }
            if (latin.Length > 0)
            {
                yield return (latin.ToString(), true);
                latin.Clear();
            }
            if (ExceptionAt(text, i) is { } exception)
            {
                foreach (var syllable in exception.Syllables)
                {
                    yield return (syllable, false);
                }
                i += exception.Word.Length - 1;
            }
            else if (ReadingOf(c) is { } reading)
            {
                yield return (reading, false);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // a rare character beyond the table, kept whole
                yield return (text.Substring(i++, 2), true);
            }
            else if (char.IsLetterOrDigit(c))
            {
                yield return (char.ToLowerInvariant(c).ToString(), false);
            }
        }
        if (latin.Length > 0)
        {
            yield return (latin.ToString(), true);
        }
    }

    /// <summary>Full-width forms as their ASCII counterparts; string.Normalize does nothing without ICU.</summary>
    private static char Narrow(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;

    private static string? ReadingOf(char c) => c is >= First and <= Last ? Readings[c - First] : null;

    private static (string Word, string[] Syllables)? ExceptionAt(string text, int start)
    {
        if (Exceptions.TryGetValue(text[start], out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (string.CompareOrdinal(text, start, candidate.Word, 0, candidate.Word.Length) == 0)
                {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static string?[] LoadReadings()
    {
        var readings = new string?[Last - First + 1];
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.tsv")
            ?? throw new InvalidOperationException("The resource pinyin.tsv is missing: build/FrontEnd.targets makes it.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            var syllable = line[..tab];
            foreach (var c in line.AsSpan(tab + 1))
            {
                readings[c - First] = syllable;
            }
        }
        return readings;
    }

    private static Dictionary<char, (string Word, string[] Syllables)[]> LoadExceptions() =>
        Words.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => entry.Split(' '))
            .Select(parts => (Word: parts[0], Syllables: parts[1..]))
            .GroupBy(entry => entry.Word[0])
            // the longest word first: 农商行 before a shorter one that begins alike
            .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());
}

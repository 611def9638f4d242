using System.Text;

namespace LianMeng.Engine.Text;

/// <summary>
/// Characters that are easily typed for one another. The first level of GB/T 2312-1980 is ordered by pinyin, so that near in it
/// means alike in sound; for rarer characters, and for some that look alike, there is a short list of the project's own.
/// </summary>
public static class SoundAlike
{
    // 极 and 级 stand 11 apart, 线 and 仙 22: the large syllables hold fifty characters
    const int Reach = 25, FirstRow = 0xB0, LastRow = 0xD7, Column = 0xA1, Columns = 94;

    // rare character, and the one it sounds or looks like
    const string Pairs = "毂谷毂股氩亚煅锻煅段酯脂钛太钣板锂里锶斯镓家镦敦铣洗铣先铆卯棒捧锭绽屑宵板扳铸涛管菅型刑壳亮缸杠钎纤轧扎辊棍砼同碲帝镍聂钨乌镉隔钒凡钴古铬各薄箔炭碳";

    static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;

    /// <summary>The characters a typed one may stand for, the most alike first; itself not among them.</summary>
    public static IEnumerable<char> Near(char typed)
    {
        for (var i = 0; i + 1 < Pairs.Length; i += 2)
        {
            if (Pairs[i] == typed) yield return Pairs[i + 1];
            if (Pairs[i + 1] == typed) yield return Pairs[i];
        }
        if (Place(typed) is not { } place) yield break;
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (At(place - distance) is { } before) yield return before;
            if (At(place + distance) is { } behind) yield return behind;
        }
    }

    /// <summary>Whether the character is so rare that people type another for it as a rule.</summary>
    public static bool IsRare(char c) => Place(c) is null;

    static int? Place(char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (c < 0x4e00 || Gb2312.GetBytes([c], bytes) != 2 || bytes[0] is < FirstRow or > LastRow) return null;
        return (bytes[0] - FirstRow) * Columns + bytes[1] - Column;
    }

    static char? At(int place)
    {
        if (place < 0) return null;
        Span<char> one = stackalloc char[2];
        ReadOnlySpan<byte> bytes = [(byte)(FirstRow + place / Columns), (byte)(Column + place % Columns)];
        return bytes[0] <= LastRow && Gb2312.GetChars(bytes, one) == 1 && one[0] >= 0x4e00 ? one[0] : null;
    }
}

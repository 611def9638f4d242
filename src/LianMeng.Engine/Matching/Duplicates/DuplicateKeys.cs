namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>
/// What two writings of one firm have in common however they were written: candidates are found by an equal key and then judged.
/// A key is the bag of a name's characters without place and form, whole or with one character left out: it survives one wrong,
/// missing, doubled or turned character, and swapped words. Further keys find abbreviations by the own name. A firm is stored under
/// about seven keys a name and asked for under as many.
/// </summary>
public static class DuplicateKeys
{
    // a long name says who it is in its first characters; each more would be one more row, and a slip behind them changes no key
    private const int MostCharacters = 5;

    /// <summary>The keys that a firm is kept under, all its names together; stored, so they never change for a name.</summary>
    public static IReadOnlySet<long> Of(FirmProfile firm) => Of(firm, asking: false);

    /// <summary>The keys that its like is looked for under.</summary>
    public static IReadOnlySet<long> Asking(FirmProfile firm) => Of(firm, asking: true);

    private static HashSet<long> Of(FirmProfile firm, bool asking)
    {
        var keys = new HashSet<long>();
        foreach (var name in firm.Names) Add(name, asking, keys);
        return keys;
    }

    private static void Add(FirmName name, bool asking, HashSet<long> keys)
    {
        // parts of a firm and numbered works are never the firm itself: they need not be found with it
        var salt = (name.Branch.Length > 0 ? "b" : "") + name.Ordinal;
        var text = name.Core.Length > MostCharacters ? name.Core[..MostCharacters] : name.Core;
        keys.Add(Hash(salt, FirmNameReader.Sorted(text)));
        // with two characters one left out would find half of the register
        for (var i = 0; text.Length >= 3 && i < text.Length; i++) keys.Add(Hash(salt, FirmNameReader.Sorted(text.Remove(i, 1))));
        if (name.Brand.Length < 2) return;
        var brand = FirmNameReader.Sorted(name.Brand);
        // 鸿运机械 and 鸿运机械制造
        if (name.Trade.Length >= 2) keys.Add(Hash(salt + "t", brand + name.Trade[..2]));
        // 重庆鸿运 finds 重庆鸿运铝业有限公司 and is found by it; who says a trade does not look at everybody of the same own name
        if (!asking || name.Trade.Length == 0) keys.Add(Hash(salt + "o", brand));
        if (asking) keys.Add(Hash(salt, brand));
    }

    /// <summary>FNV-1a over UTF-16 units: the same on every machine and in every version, because it is stored.</summary>
    private static long Hash(string salt, string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in salt) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '|') * 1099511628211UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return unchecked((long)hash);
    }
}

using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Reads sets of synonyms as people write them and says what is wrong with one.</summary>
public sealed class SynonymRules(AppDb db, Actor actor, ChainBackbones backbones)
{
    private static readonly char[] Between = ['=', '＝', '、', ',', '，', ';', '；', '\t'];

    public async Task<IReadOnlyList<SynonymSet>> OwnAsync(CancellationToken cancellation)
        => await db.Set<SynonymSet>().Where(s => s.DistrictId == actor.WriteDistrict).OrderBy(s => s.Id).ToListAsync(cancellation);

    /// <summary>A text that a set may hold as one word.</summary>
    internal static bool IsWord(string text) => text.Length <= SynonymSet.WordLimit && text.IndexOfAny(Between) < 0 && KeyOf(text).Length >= 2 && KeyOf(text).Any(char.IsLetterOrDigit);

    /// <param name="others">the other sets: a word belongs to one set, so that no chain of them can come back to itself</param>
    /// <returns>the words, or what is wrong</returns>
    public (IReadOnlyList<string> Words, string? Problem) Read(string line, IEnumerable<IReadOnlyList<string>> others)
    {
        var words = line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2) return ([], $"“{Cut(line)}”只有一个词；请写两个以上，用“=”隔开，例如 ADC12=YL113。");
        if (words.Length > SynonymSet.MostWords) return ([], $"一组最多 {SynonymSet.MostWords} 个词，“{Cut(line)}”有 {words.Length} 个，请分开或删去一些。");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var key = KeyOf(word);
            if (!key.Any(char.IsLetterOrDigit)) return ([], $"“{Cut(word)}”里没有可读的文字，请写产品名或牌号。");
            if (key.Length < 2) return ([], $"“{word}”只有一个字，太宽；请写完整的产品名。");
            if (word.Length > SynonymSet.WordLimit) return ([], $"“{Cut(word)}”太长，一个词最多 {SynonymSet.WordLimit} 个字。");
            if (key.All(char.IsAsciiDigit) && key.Length > 5) return ([], $"“{word}”是一串数字，不是产品名或牌号。");
            if (!seen.Add(key)) return ([], $"“{word}”写了两次，同一个词不用写成同义词。");
        }

        foreach (var other in others)
        {
            if (words.FirstOrDefault(word => other.Any(known => KeyOf(known) == KeyOf(word))) is { } taken) return ([], $"“{taken}”已在另一组里（{string.Join("=", other)}）；一个词只属于一组，请修改那一组。");
        }

        var products = words.Select(backbones.Graph.Find).ToList();
        if (products[0] is { } product && products.TrueForAll(p => p?.Key == product.Key)) return ([], $"图谱里“{string.Join("”“", words)}”已经都是“{product.Name}”的名称或别名，不用再加。");
        return (words, null);
    }

    internal static string LockOf(Actor actor) => $"synonyms:{actor.WriteDistrict}";

    /// <summary>By what two spellings of a word are known as the same.</summary>
    internal static string KeyOf(string word) => ShortText.KeyOf(word).Replace("-", "", StringComparison.Ordinal);

    private static string Cut(string text) => text.Length <= 20 ? text : text[..20] + "…";
}

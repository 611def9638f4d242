using System.Globalization;
using System.Text.RegularExpressions;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>Takes a need or an offer typed in one sentence apart, by rules: side, product and grade, quantity, unit and period, price, place, certificates, day. Read by any number of threads at once.</summary>
public sealed partial class SentenceReader
{
    private readonly DemandReader reader;
    private readonly TitleReader titles;

    /// <param name="graph">names and aliases of products, which are kept whole</param>
    /// <param name="places">further place names a text may mention</param>
    public SentenceReader(ProductGraph graph, IEnumerable<string> places) => titles = new(graph, reader = new(places));

    /// <param name="text">what somebody typed or pasted; read up to 2000 characters</param>
    /// <param name="home">GB/T 2260 code of the asker: of two places of one name the one in its province is meant</param>
    /// <param name="today">in China; days without a year are the next such day</param>
    public ReadSentence Read(string text, string? home, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = ShortText.Normalise(text.Length > DemandReader.LongestText ? text[..DemandReader.LongestText] : text);
        var side = SideOf(said);
        var (amount, kind) = (SaidAmount.Of(said), side ?? MatchKind.Demand);
        var wanted = reader.Read(said, kind, _ => false).Wanted;
        return new()
        {
            Side = side,
            Product = titles.Read(text, kind).FirstOrDefault(IsProduct) ?? wanted.FirstOrDefault(phrase => phrase.Text.Length > 1 && IsProduct(phrase.Text))?.Text,
            Grade = wanted is [{ Grades: [var grade, ..] }, ..] ? Written(grade.Text, text) : null,
            Quantity = amount?.Quantity,
            Unit = amount?.Unit,
            Price = SaidPrice.Of(said, amount?.BareUnit),
            RegionCode = SaidPlace.Of(said, home),
            Certificates = CertificatesOf(said),
            Until = SaidDay.Of(said, today),
        };
    }

    /// <summary>"富余产能每月5万件": that there is capacity is not what it makes.</summary>
    private static bool IsProduct(string line) => !line.EndsWith("产能", StringComparison.Ordinal);

    /// <summary>With its letters as they stand in the text.</summary>
    private static string Written(string word, string text) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text.Substring(at, word.Length).ToUpperInvariant() : word.ToUpperInvariant();

    private static MatchKind? SideOf(string said)
    {
        var (buys, sells) = (Buys().Match(said), Sells().Match(said));
        if (buys.Success && sells.Success) return buys.Index < sells.Index ? MatchKind.Demand : MatchKind.Supply;
        return buys.Success ? MatchKind.Demand : sells.Success ? MatchKind.Supply : null;
    }

    private static IReadOnlyList<string> CertificatesOf(string said)
        => [.. Certificates().Matches(said).Select(match => CertificateName(match.Value)).Distinct(StringComparer.Ordinal).Take(8)];

    private static string CertificateName(string said)
    {
        var name = said.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("认证", "", StringComparison.Ordinal);
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        return name == "3C" ? "CCC" : name == "ROHS" ? "RoHS" : digits > 0 ? $"{name[..digits]} {name[digits..]}" : name;
    }

    [GeneratedRegex("求购|采购|购买|收购|想买|要买|急需|需要|需采|寻找|寻求|求租|求|诚招|招聘|招|找|(?<!不|无|所|急|必|刚)需(?!求方)|(长期|大量|常年|高价)收")]
    private static partial Regex Buys();

    [GeneratedRegex("供应|出售|销售|转让|供货|现货|处理一批|有一批|承接|对外加工|对外提供|提供|闲置|富余|空闲|招商|批发|出租")]
    private static partial Regex Sells();

    [GeneratedRegex(@"(?<![a-z0-9])((iatf|ts)\s*16949|iso\s*/?\s*(9001|14001|45001|13485|22000|27001|50001)|gjb\s*9001[a-c]?|as\s*9100|rohs|reach|haccp|ccc|3c|ce|ul|ce认证)(认证|证书)?(?![a-z0-9])")]
    private static partial Regex Certificates();
}

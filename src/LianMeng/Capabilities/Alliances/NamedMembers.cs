using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Organisations as somebody wrote them down, one a line: full names or codes.</summary>
internal static class NamedMembers
{
    public const int Most = 500;

    public static async Task<(IReadOnlyList<FirmDirectory.Row> Firms, IReadOnlyList<string> Problems)> ReadAsync(FirmDirectory firms, Guid districtId, string? text, CancellationToken cancellation)
    {
        var lines = (text ?? "").Split(['\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count > Most) return ([], [$"一次最多 {Most} 家，这里有 {lines.Count} 家；更多请用 Excel 导入。"]);
        var named = await firms.NamedAsync(districtId, lines, cancellation);
        var found = lines.ConvertAll(line => (Line: line, Firm: Find(line, named, out var problem), Problem: problem));
        return ([.. found.Select(f => f.Firm).OfType<FirmDirectory.Row>().DistinctBy(f => f.Id)], [.. found.Where(f => f.Firm is null).Select(f => f.Problem)]);
    }

    public static FirmDirectory.Row? Find(string text, ILookup<string, FirmDirectory.Row> named, out string problem)
    {
        var found = named[text].ToList();
        problem = found.Count switch
        {
            1 => "",
            0 => $"名册里没有“{ImportText.Shorten(text, 40)}”，请核对全称或统一社会信用代码；新单位请先登记到名册。",
            _ => $"名册里有 {found.Count} 家叫“{ImportText.Shorten(text, 40)}”，请改填统一社会信用代码。",
        };
        return found.Count == 1 ? found[0] : null;
    }
}

using LianMeng.Shared.Text;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Which firm a question is about: officers choose any of the atlas's district, a firm is its own.</summary>
public sealed record FirmChoice(Guid Id, string Name)
{
    private const int MostFound = 30;

    /// <summary>The firm asked for, or the actor's own; IsThere is false when it is none for this actor.</summary>
    internal static (Guid? Firm, bool IsThere) Of(Guid? asked, AtlasAnalysis analysis, AnalysisDesk desk)
    {
        if (asked is not { } firm) return desk.SeesRelations || desk.OwnFirm is not { } own || !analysis.Firms.Has(own) ? (null, true) : (own, true);
        return (firm, analysis.Firms.Has(firm) && desk.MaySee(firm));
    }

    /// <summary>Those to choose from, for officers: by name or initials, else those suggested.</summary>
    internal static IReadOnlyList<FirmChoice> Found(string? text, IEnumerable<Guid> suggested, AtlasAnalysis analysis, AnalysisDesk desk)
    {
        if (!desk.SeesRelations) return [];
        if (text?.Trim() is not { Length: > 0 } typed) return [.. suggested.Distinct().Take(MostFound).Select(id => new FirmChoice(id, analysis.Firms.NameOf(id)))];
        return [.. analysis.Firms.All.Where(f => f.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || Pinyin.SortKey(f.Name).Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(MostFound).Select(f => new FirmChoice(f.Id, f.Name))];
    }
}

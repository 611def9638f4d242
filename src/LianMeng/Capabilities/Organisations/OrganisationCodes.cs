using LianMeng.Engine.Standards;

namespace LianMeng.Capabilities.Organisations;

/// <summary>One way to check a firm's codes, for forms and rosters alike. Repairs are offered, never made silently.</summary>
internal static class OrganisationCodes
{
    public static string? Uscc(string? text, Action<string> reject)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Engine.Standards.Uscc.TryParse(text, out var uscc, out var problem)) return uscc.Value;
        var repairs = Engine.Standards.Uscc.Suggest(text);
        reject(repairs.Count == 0 ? problem! : $"{problem} 是否应为 {string.Join(" 或 ", repairs)}？请核对营业执照后填写。");
        return null;
    }

    public static string? Region(string? text, Action<string> reject)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Engine.Standards.Region.TryRead(text, out var region, out var problem)) return region.Code;
        reject(problem);
        return null;
    }

    public static string? Industry(string? text, Action<string> reject)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (IndustryClass.TryParse(text, out var industry, out var problem)) return industry.Code;
        reject(problem);
        return null;
    }
}

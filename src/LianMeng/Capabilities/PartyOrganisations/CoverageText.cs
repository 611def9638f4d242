using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>An organisation as somebody wrote it down: its full name or its code.</summary>
internal static class CoverageText
{
    public static FirmDirectory.Row? Find(string text, ILookup<string, FirmDirectory.Row> named, out string problem)
    {
        var found = named[text].ToList();
        problem = found.Count switch
        {
            1 => "",
            0 => $"名册里没有“{ImportText.Shorten(text, 40)}”，请核对全称或统一社会信用代码；新单位请先登记。",
            _ => $"名册里有 {found.Count} 家叫“{ImportText.Shorten(text, 40)}”，请改填统一社会信用代码。",
        };
        return found.Count == 1 ? found[0] : null;
    }
}

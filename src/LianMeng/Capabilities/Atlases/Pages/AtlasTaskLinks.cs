using LianMeng.Capabilities.Atlases.Tasks;

namespace LianMeng.Capabilities.Atlases.Pages;

/// <summary>From a task back to the list that it came from.</summary>
internal static class AtlasTaskLinks
{
    public static string Origin(Guid atlas, AtlasAnalysisKind analysis, int? issue)
    {
        var tab = analysis switch
        {
            AtlasAnalysisKind.Health => "health",
            AtlasAnalysisKind.Gap => "gaps",
            AtlasAnalysisKind.Substitution => "substitutions",
            AtlasAnalysisKind.ByProduct => "by-products",
            AtlasAnalysisKind.WhatIf => "what-if",
            _ => "step-downs",
        };
        return $"/atlases/{atlas}/{tab}" + (issue is { } number ? $"?issue={number}" : "");
    }
}

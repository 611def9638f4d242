using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>The timeline as a firm reads it: what the other firm did, without the name of whoever did it there.</summary>
internal static class IntroductionTimeline
{
    /// <param name="own">the reader's side; null for officers, who read all names</param>
    public static LedgerTimeline.Line For(LedgerTimeline.Line line, IntroductionSide? own)
        => own is { } side && line.Words.StartsWith("对接：" + ListExport.Words(Introduction.Other(side)), StringComparison.Ordinal) ? line with { Who = "对方企业" } : line;
}

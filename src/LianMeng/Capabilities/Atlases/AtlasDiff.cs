using System.Globalization;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What changed from one content of an atlas to another, in words: 上次联席会议以来的变化.</summary>
/// <param name="Nodes">Products added, removed and changed, in this order.</param>
/// <param name="Links">Links likewise.</param>
public sealed record AtlasDiff(IReadOnlyList<AtlasDiff.Line> Nodes, IReadOnlyList<AtlasDiff.Line> Links)
{
    public enum Step { Added, Removed, Changed }

    /// <param name="Step">What became of it.</param>
    /// <param name="Key">Of a product; null for a link.</param>
    /// <param name="Words">Name of the product, or the link as a sentence.</param>
    /// <param name="Changes">Field by field, of what changed.</param>
    public sealed record Line(Step Step, string? Key, string Words, IReadOnlyList<FieldChange> Changes);

    public bool IsEmpty => Nodes.Count == 0 && Links.Count == 0;

    /// <summary>新增 3 种产品、删去 1 种、修改 2 种；新增 4 条关系、删去 0 条、修改 1 条。</summary>
    public string Summary => IsEmpty ? "没有变化。" : $"产品：新增 {Count(Nodes, Step.Added)} 种、删去 {Count(Nodes, Step.Removed)} 种、修改 {Count(Nodes, Step.Changed)} 种；关系：新增 {Count(Links, Step.Added)} 条、删去 {Count(Links, Step.Removed)} 条、修改 {Count(Links, Step.Changed)} 条。";

    public static AtlasDiff Of(AtlasContent before, AtlasContent after)
    {
        var names = before.Nodes.Concat(after.Nodes).GroupBy(n => n.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Name, StringComparer.Ordinal);
        var (stagesBefore, stagesAfter) = (Titles(before), Titles(after));
        return new(
            Compare(before.Nodes, after.Nodes, n => n.Key, n => (n.Key, n.Name), (a, b) => Changes(a, b, stagesBefore, stagesAfter)),
            Compare(before.Links, after.Links, l => l.Id, l => (null, l.Meaning.Say(names[l.From], names[l.To])), Changes));
    }

    private static Dictionary<string, string> Titles(AtlasContent content) => content.Stages.ToDictionary(s => s.Key, s => s.Title, StringComparer.Ordinal);

    private static List<Line> Compare<T, TId>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TId> id, Func<T, (string?, string)> said, Func<T, T, List<FieldChange>> changes)
        where TId : notnull
    {
        var (was, now) = (before.ToDictionary(id), after.ToDictionary(id));
        return
        [
            .. after.Where(n => !was.ContainsKey(id(n))).Select(n => Of(Step.Added, n, [])),
            .. before.Where(b => !now.ContainsKey(id(b))).Select(b => Of(Step.Removed, b, [])),
            .. after.Where(n => was.ContainsKey(id(n))).Select(n => (n, Changes: changes(was[id(n)], n))).Where(c => c.Changes.Count > 0).Select(c => Of(Step.Changed, c.n, c.Changes)),
        ];

        Line Of(Step step, T of, IReadOnlyList<FieldChange> what) => new(step, said(of).Item1, said(of).Item2, what);
    }

    private static List<FieldChange> Changes(AtlasNode a, AtlasNode b, Dictionary<string, string> stagesBefore, Dictionary<string, string> stagesAfter) => Fields(
        ("名称", a.Name, b.Name), ("别称", string.Join('、', a.Aliases), string.Join('、', b.Aliases)), ("类别", a.Kind.Title(), b.Kind.Title()),
        ("环节", a.Stage is { } was ? stagesBefore[was] : null, b.Stage is { } now ? stagesAfter[now] : null), ("计量单位", a.Unit, b.Unit), ("税收分类编码", a.TaxCode, b.TaxCode),
        ("参考价", Number(a.ReferencePrice), Number(b.ReferencePrice)), ("来源", a.Source, b.Source), ("截至", Day(a.AsOf), Day(b.AsOf)));

    private static List<FieldChange> Changes(AtlasLink a, AtlasLink b) => Fields(
        ("单耗", Number(a.Coefficient), Number(b.Coefficient)), ("单耗单位", a.CoefficientUnit, b.CoefficientUnit), ("占比", Number(a.Share), Number(b.Share)), ("来源", a.Source, b.Source), ("截至", Day(a.AsOf), Day(b.AsOf)));

    private static List<FieldChange> Fields(params (string Field, string? Before, string? After)[] fields)
        => [.. fields.Where(f => (f.Before ?? "") != (f.After ?? "")).Select(f => new FieldChange(f.Field, f.Before, f.After))];

    private static int Count(IReadOnlyList<Line> lines, Step step) => lines.Count(l => l.Step == step);

    private static string? Number(decimal? number) => number?.ToString("0.########", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

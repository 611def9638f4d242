using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Sets of synonyms as a file, as the list exports them: a row is a set, written whole.</summary>
public sealed class ImportSynonymsFile(FileStore storage, SynonymRules rules, AppDb db, Actor actor, DistrictNames districts) : ImportSource<ImportSynonymsFile.Stated>(storage)
{
    /// <param name="Known">the set that the row means; null for a new one</param>
    /// <param name="Changes">the row says something else of it</param>
    public sealed record Stated(IReadOnlyList<string> Words, SynonymSet? Known, bool Changes);

    public static ImportKind Kind { get; } = new("synonyms", new("同义词", "模板可在“导入同义词”页面下载。",
    [
        new("words", "同义词") { Required = true, Aliases = ["词", "同义词组", "叫法"], MaxLength = SynonymSet.WordsLimit, Width = 50, Note = $"必填：一行一组，词之间用“=”隔开，最多 {SynonymSet.MostWords} 个，例如 ADC12=YL113。" },
        new("scope", "范围") { Aliases = ["区县", "适用范围"], MaxLength = 40, Width = 14, Note = "选填：空着就是您能维护的范围；导出的文件里有，不用改。" },
    ]))
    {
        Unit = "组",
        LineTitle = "同义词",
        ListHref = "/match/synonyms",
        PageHref = "/match/synonyms/import",
        SameWord = "已有",
        Instructions = ["每行一组，写完整的一组词。", "与已有的一组有相同的词，就把那一组改成这一行写的；预览里可以看到改前改后。", "从“同义词”页面导出的文件，改好后可以直接导入；已有的不变。"],
    };

    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> claimed = [];
    private List<SynonymSet>? own;
    private List<SynonymSet> foreign = [];
    private Dictionary<Guid, string> titles = [];
    private int added;

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => (string.Join('=', KeysOf(details.Words)), "words", "同一组词");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        if (own is null)
        {
            var sets = await db.Set<SynonymSet>().AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation);
            (own, foreign) = ([.. sets.Where(s => s.DistrictId == actor.WriteDistrict)], [.. sets.Where(s => s.DistrictId != actor.WriteDistrict)]);
            titles = (await districts.AllAsync()).Append((Id: DistrictIds.City, Name: "全市")).ToDictionary(d => d.Id, d => d.Name);
        }

        return [.. rows.Select(Check)];
    }

    private Stated? Check(ImportRow row)
    {
        if (row.Text("words") is not { } text) return null;
        var scope = row.Text("scope");
        if (row.IsRejected) return null;
        var (words, problem) = rules.Read(text, []);
        // what an export brings along of others' sets stays theirs, and is no mistake
        if (words.Count > 0 && Same(foreign.Where(s => scope is null ? s.DistrictId == DistrictIds.City : titles.GetValueOrDefault(s.DistrictId) == scope), words) is { } theirs) return new(words, theirs, false);
        var mine = titles.GetValueOrDefault(actor.WriteDistrict) ?? "";
        if (scope is not null && scope != mine) row.Reject("scope", $"这里只能导入“{mine}”的同义词，“{ImportText.Shorten(scope, 12)}”的由那里维护；要在“{mine}”用，请把这一格空着。");
        if (problem is not null) row.Reject("words", problem);
        if (row.IsRejected) return null;
        return Own(row, words);
    }

    private Stated? Own(ImportRow row, IReadOnlyList<string> words)
    {
        var keys = KeysOf(words);
        if (words.FirstOrDefault(word => written.ContainsKey(SynonymRules.KeyOf(word))) is { } twice) row.Reject("words", $"“{twice}”在第 {written[SynonymRules.KeyOf(twice)]} 行已写过；一个词只属于一组，请合并成一行。");
        var touched = own!.Where(set => KeysOf(set.Words).Overlaps(keys)).ToList();
        if (touched.Count > 1) row.Reject("words", $"这些词现在分属 {touched.Count} 组（{string.Join("；", touched.Take(3).Select(set => string.Join("＝", set.Words)))}）；请先在页面上删去多余的组，再导入这一行。");
        else if (touched is [var set] && claimed.TryGetValue(set.Id, out var earlier)) row.Reject("words", $"第 {earlier} 行已改了同一组（{string.Join("＝", set.Words)}）；请先导入那一行，再导入这一行。");
        else if (touched.Count == 0 && own!.Count + added >= SynonymSet.MostOfDistrict) row.Reject("words", $"最多 {SynonymSet.MostOfDistrict} 组同义词，已满；请先删去不用的。");
        if (row.IsRejected) return null;

        foreach (var key in keys) written[key] = row.RowNumber;
        if (touched is not [var known])
        {
            added++;
            return new(words, null, true);
        }

        claimed[known.Id] = row.RowNumber;
        return new(words, known, !KeysOf(known.Words).SetEquals(keys));
    }

    private static SynonymSet? Same(IEnumerable<SynonymSet> sets, IReadOnlyList<string> words) => sets.FirstOrDefault(set => KeysOf(set.Words).SetEquals(KeysOf(words)));

    private static SortedSet<string> KeysOf(IEnumerable<string> words) => new(words.Select(SynonymRules.KeyOf), StringComparer.Ordinal);
}

using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>An atlas as a workbook of three sheets (环节, 产品, 关系), and as the bare table of relations that people have already.</summary>
internal static class AtlasTables
{
    /// <summary>The sheet of instructions that an export has; it names columns and has none.</summary>
    private const string Guide = "填写说明";

    private static readonly string[] StageTitles = ["代号", "名称"];
    private static readonly string[] NodeTitles = ["代号", "名称", "别称", "类别", "环节", "计量单位", "税收分类编码", "参考价（元）", "来源", "截至"];
    private static readonly string[] LinkTitles = ["起点", "关系", "终点", "单耗", "单耗单位", "占比", "来源", "截至"];

    /// <summary>Other names of columns, as they stand in tables that people have.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["from"] = "起点", ["产品"] = "起点", ["起点产品"] = "起点", ["to"] = "终点", ["终点产品"] = "终点", ["关联产品"] = "终点", ["rel"] = "关系", ["relation"] = "关系", ["关系类型"] = "关系",
        ["code"] = "代号", ["编码"] = "代号", ["name"] = "名称", ["产品名称"] = "名称", ["parent"] = "上级", ["上级编码"] = "上级", ["参考价"] = "参考价（元）",
    };

    public static Task WriteAsync(Stream output, AtlasContent content, CancellationToken cancellation) => SpreadsheetWriter.WriteXlsxAsync(output,
    [
        new(new("环节", [new("代号"), new("名称", 24)], ["环节按上游到下游的次序填写。"]), content.Stages.Select(s => new object?[] { s.Key, s.Title })),
        new(new("产品",
            [
                new("代号"), new("名称", 24), new("别称", 30, Note: "几个别称用顿号隔开。"), new("类别", 10, Choices: ["原材料", "工艺", "产品", "副产品", "装备", "服务"]), new("环节", 16, Note: "环节的代号或名称。"), new("计量单位", 10),
                new("税收分类编码", 22), new("参考价（元）", 12, SheetColumnKind.Number, Note: "写了参考价就要写来源。"), new("来源", 40), new("截至", 12, SheetColumnKind.Date),
            ]),
            content.Nodes.Select(n => new object?[] { n.Key, n.Name, string.Join('、', n.Aliases), n.Kind.Title(), n.Stage, n.Unit, n.TaxCode, n.ReferencePrice, n.Source, n.AsOf })),
        new(new("关系",
            [
                new("起点", 24, Note: "产品的代号或名称。"), new("关系", 10, Choices: [.. AtlasWords.MeaningChoices], Note: "投入：起点用于生产终点；副产：生产终点产生起点；替代：起点可替代终点；一种：起点是终点的一种。"), new("终点", 24),
                new("单耗", 12, SheetColumnKind.Number, Note: "每单位终点消耗（副产为产生）起点的数量；不知道就空着。"), new("单耗单位", 10, Note: "起点的单位/终点的单位，例如 t/t。"), new("占比", 10, SheetColumnKind.Number, Note: "0～1 或百分数。"), new("来源", 40), new("截至", 12, SheetColumnKind.Date),
            ]),
            content.Links.Select(l => new object?[] { l.From, l.Meaning.Title(), l.To, l.Coefficient, l.CoefficientUnit, l.Share, l.Source, l.AsOf })),
    ], cancellation);

    /// <exception cref="AtlasFileException">no table of products or relations, or a cell that cannot be read</exception>
    public static AtlasContent Read(Spreadsheet spreadsheet)
    {
        var tables = spreadsheet.Sheets.Where(s => !s.IsHidden && s.Name != Guide).Select(Table.Find).OfType<Table>().ToList();
        if (tables.Count == 0) throw new AtlasFileException("没有找到产品表或关系表：表头应有“名称”，或“起点”和“终点”（也可写 from、to）。可先导出一份对照。");
        var draft = new AtlasDraft();
        foreach (var table in tables.Where(t => t.Is(StageTitles) && !t.Is(["类别"]) && t.Name.Contains("环节", StringComparison.Ordinal)))
            foreach (var row in table.Rows) draft.Stage(row["代号"], row["名称"]);
        foreach (var table in tables.Where(t => t.Is(["名称"]) && !t.Name.Contains("环节", StringComparison.Ordinal)).ToList())
        {
            foreach (var row in table.Rows) draft.Node(NodeOf(row));
            if (table.Is(["代号", "上级"])) LinkKinds(draft, table);
        }

        foreach (var table in tables.Where(t => t.Is(["起点", "终点"])))
            foreach (var row in table.Rows) AddLink(draft, row);
        return draft.Content;
    }

    private static AtlasNode NodeOf(Row row) => new()
    {
        Key = row["代号"] ?? "", Name = row["名称"] ?? "", Aliases = ImportText.Split(row["别称"] ?? ""), Kind = AtlasWords.Kind(row["类别"], row.Where), Stage = row["环节"], Unit = row["计量单位"], TaxCode = row["税收分类编码"],
        ReferencePrice = AtlasWords.Number(row["参考价（元）"], row.Where, "参考价"), Source = row["来源"], AsOf = AtlasWords.Day(row["截至"], row.Where),
    };

    /// <summary>A classification: what stands below another is a kind of it.</summary>
    private static void LinkKinds(AtlasDraft draft, Table table)
    {
        foreach (var row in table.Rows)
        {
            if (row["上级"] is { } parent && row["代号"] is { } code) draft.Link(new(code, parent, Engine.ChainGraph.LinkMeaning.KindOf));
        }
    }

    private static void AddLink(AtlasDraft draft, Row row)
    {
        var (meaning, turned) = AtlasWords.Meaning(row["关系"], row.Where);
        var (from, to) = (draft.KeyOf(row["起点"]), draft.KeyOf(row["终点"]));
        if (from is null && to is null) return;
        if (from is null || to is null) throw new AtlasFileException($"{row.Where}：缺少{(from is null ? "起点" : "终点")}产品。");
        if (turned) (from, to) = (to, from);
        draft.Link(new(from, to, meaning, AtlasWords.Number(row["单耗"], row.Where, "单耗"), row["单耗单位"], AtlasWords.Number(row["占比"], row.Where, "占比"), row["来源"], AtlasWords.Day(row["截至"], row.Where)));
    }

    /// <summary>A sheet whose header was found.</summary>
    private sealed class Table(Sheet sheet, int header, Dictionary<string, int> columns)
    {
        private const int RowsAboveHeader = 20;

        public string Name => sheet.Name;

        public IEnumerable<Row> Rows => sheet.Rows.Where(r => r.Number > header && !r.IsBlank).Select(r => new Row(r, columns, sheet.Name));

        public bool Is(IEnumerable<string> titles) => titles.All(columns.ContainsKey);

        public static Table? Find(Sheet sheet)
        {
            foreach (var row in sheet.Rows.Take(RowsAboveHeader))
            {
                var columns = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var at = 0; at < row.Cells.Count; at++)
                {
                    var title = ImportText.Clean(row.Cells[at].Text).TrimEnd('*');
                    if (Others.TryGetValue(title, out var usual) && !columns.ContainsKey(usual)) title = usual;
                    if (NodeTitles.Contains(title) || LinkTitles.Contains(title) || title == "上级") columns.TryAdd(title, at);
                }

                if (columns.ContainsKey("名称") || (columns.ContainsKey("起点") && columns.ContainsKey("终点"))) return new(sheet, row.Number, columns);
            }

            return null;
        }
    }

    /// <param name="Cells">As read.</param>
    /// <param name="Columns">Places of the titles.</param>
    /// <param name="Sheet">For messages.</param>
    private sealed record Row(SheetRow Cells, Dictionary<string, int> Columns, string Sheet)
    {
        public string? this[string title] => Columns.TryGetValue(title, out var at) && !Cells[at].IsEmpty && !ImportText.MeansNothing(Cells[at].Text.Trim()) ? Cells[at].Text : null;

        public string Where => $"工作表“{Sheet}”第 {Cells.Number} 行";
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The roster of enterprises as a file: its columns, and its rows checked one by one.</summary>
public sealed class EnterpriseRoster(FileStore storage, Telephones telephones, DuplicateFinder finder, Actor actor) : ImportSource<OrganisationDetails>(storage)
{
    public static ImportSchema Schema { get; } = new("企业名册", "模板可在“导入名册”页面下载。",
    [
        new("uscc", "统一社会信用代码") { Aliases = ["社会信用代码", "信用代码", "统一信用代码", "社会统一信用代码"], MaxLength = 60, Width = 24, Note = "18 位，须为文本格式。没有可空着，企业按“待核码”保留，不计入统计。" },
        new("name", "企业名称") { Required = true, Aliases = ["单位名称", "公司名称", "企业全称", "名称"], MaxLength = 120, Width = 34, Note = "必填，按营业执照填写全称。" },
        new("region", "行政区划代码") { Aliases = ["区划代码", "所在区划代码"], MaxLength = 40, Width = 14, Note = "6 位，例如 500107。" },
        new("address", "地址") { Aliases = ["企业地址", "注册地址", "生产地址", "详细地址"], MaxLength = 200, Width = 36 },
        new("industry", "行业代码") { Aliases = ["国民经济行业代码", "行业分类代码"], MaxLength = 60, Width = 12, Note = "GB/T 4754-2017，例如 3252 或 C3252。" },
        new("staff", "从业人员") { Aliases = ["从业人数", "职工人数", "员工人数", "从业人员数", "从业人员期末人数"], Kind = ImportColumnKind.Number, Unit = "人", Width = 12, Note = "人数，整数。" },
        new("revenue", "营业收入") { Aliases = ["主营业务收入", "年营业收入", "营收"], Kind = ImportColumnKind.Number, Unit = "万元", Width = 16, Note = "万元；表头写“亿元”时自动换算。" },
        new("assets", "资产总额") { Aliases = ["资产总计", "总资产"], Kind = ImportColumnKind.Number, Unit = "万元", Width = 16, Note = "万元。" },
        new("makes", "主营产品") { Aliases = ["主要产品", "产品", "主营产品及服务"], Kind = ImportColumnKind.List, MaxLength = OrganisationProduct.NameLimit, Width = 36, Note = "多个产品用分号或顿号隔开。" },
        new("buys", "采购产品") { Aliases = ["主要采购产品", "主要原材料", "采购需求", "采购品类"], Kind = ImportColumnKind.List, MaxLength = OrganisationProduct.NameLimit, Width = 36, Note = "多个产品用分号或顿号隔开；只有本企业和主管单位能看到。" },
        new("byProducts", "副产品") { Aliases = ["副产物", "副产品及边角料"], Kind = ImportColumnKind.List, MaxLength = OrganisationProduct.NameLimit, Width = 24 },
        new("qualifications", "资质") { Aliases = ["企业资质", "荣誉资质", "资质荣誉"], Kind = ImportColumnKind.List, MaxLength = OrganisationQualification.NameLimit, Width = 24, Choices = KnownQualifications, Note = "可填多个，用分号或顿号隔开。" },
        new("contactName", "联系人") { Aliases = ["企业联系人", "联系人姓名"], MaxLength = 40, Width = 12 },
        new("contactPhone", "联系电话") { Aliases = ["联系人电话", "电话", "手机", "手机号", "联系方式"], Kind = ImportColumnKind.Phone, MaxLength = 30, Width = 16 },
        new("chain", "所属产业链") { Aliases = ["产业链", "所在产业链"], MaxLength = 60, Width = 16 },
        new("year", "数据年份") { Aliases = ["年份", "数据年度"], Kind = ImportColumnKind.Year, Width = 10 },
        new("kind", "单位类型") { Aliases = ["单位类别", "单位性质", "类型"], MaxLength = 20, Width = 12, Choices = [.. Enum.GetValues<OrganisationKind>().Select(k => ListExport.Words(k))], Note = "空着就是企业。部门、银行、学校、协会、园区、镇街、平台公司不计入企业统计。" },
        new(DuplicateColumn, "与名册企业的关系") { Aliases = ["与名册的关系", "是否同一家"], MaxLength = 120, Width = 22, OnReturn = true, Note = "只有退回的文件要填：与名册里相似的企业是同一家就填“同一家”（有几家时填那一家的代码或全称），不是就填“新企业”。" },
        new("park", "园区/镇街") { Aliases = ["园区", "镇街", "所在园区", "所属园区", "园区镇街", "所在镇街"], MaxLength = 60, Width = 20 },
    ]);

    private static IReadOnlyList<string> KnownQualifications => ["高新技术企业", "专精特新中小企业", "专精特新“小巨人”", "创新型中小企业", "规上工业企业", "龙头企业"];

    public static ImportKind Kind { get; } = new("enterprises", Schema)
    {
        Unit = "家",
        LineTitle = "企业",
        ListHref = "/organisations",
        PageHref = "/organisations/import",
        Instructions =
        [
            "本表只有“企业名称”必填，其余各列可空着，也可整列删去；列的次序不限。",
            "空着的单元格不会清除名册里已有的内容。",
            "同一份文件重复上传不会产生重复数据。",
        ],
    };

    protected override ImportSchema Columns => Schema;

    /// <summary>The column in which a person says which firm a row means.</summary>
    public const string DuplicateColumn = "relation";

    /// <summary>Firms that this very import has written already: a row is compared with the register as it was before.</summary>
    internal HashSet<Guid> Registered { get; } = [];

    protected override async Task<IReadOnlyList<OrganisationDetails?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var details = rows.Select(Check).ToArray();
        var asking = Enumerable.Range(0, rows.Count).Where(i => details[i] is not null).ToList();
        var found = await finder.FindManyAsync(actor.WriteDistrict, [.. asking.Select(i => DuplicateCheck.IdentityOf(details[i]!))], Registered, cancellation);
        for (var i = 0; i < asking.Count; i++) details[asking[i]] = Relate(rows[asking[i]], details[asking[i]]!, found[i]);
        return details;
    }

    /// <summary>Same: the row means that firm. Similar: a person has to say, unless the file does already.</summary>
    private static OrganisationDetails? Relate(ImportRow row, OrganisationDetails details, IReadOnlyList<DuplicateFinder.Candidate> candidates)
    {
        var word = row.Text(DuplicateColumn);
        if (word is "新企业" or "不是同一家" or "新增") return details;
        if (word is not null) return Named(row, details, candidates, word);
        // the import itself knows what is written alike
        if (candidates.Count == 0 || candidates.Any(c => (details.Uscc is not null && c.Uscc == details.Uscc) || (c.NameKey == Organisation.KeyOf(details.Name) && (c.Uscc is null || details.Uscc is null)))) return details;
        if (candidates.Where(c => c.Verdict == DuplicateVerdict.Same).Take(2).ToList() is [var same]) return details with { Found = same.Id };
        row.Reject("name", $"像是名册里的{string.Join("；或", candidates.Take(3).Select(c => c.Words))}。请在“与名册企业的关系”列填“同一家”{(candidates.Count > 1 ? "那一家的代码或全称" : "")}，或填“新企业”，再上传这份文件。");
        return null;
    }

    private static OrganisationDetails? Named(ImportRow row, OrganisationDetails details, IReadOnlyList<DuplicateFinder.Candidate> candidates, string word)
    {
        var named = word is "同一家" or "是" ? [.. candidates] : candidates.Where(c => c.NameKey == Organisation.KeyOf(word) || (Uscc.TryParse(word, out var code, out _) && c.Uscc == code.Value)).ToList();
        if (named is [var only]) return details with { Found = only.Id };
        row.Reject(DuplicateColumn, named.Count == 0
            ? candidates.Count == 0 ? "名册里没有与这一行相似的企业；这一列请空着，或填“新企业”。" : $"“{ImportText.Shorten(word, 30)}”不是相似的企业；可填 {string.Join("、", candidates.Select(c => c.Uscc ?? c.Name))}，或“新企业”。"
            : $"名册里相似的企业有 {named.Count} 家，请写明是哪一家（代码或全称）：{string.Join("、", named.Select(c => c.Uscc ?? c.Name))}。");
        return null;
    }

    /// <summary>One code, one row; without code one name, one row.</summary>
    protected override (string Key, string Column, string Reason) TwinOf(OrganisationDetails details) => details.Uscc is { } code
        ? ("code:" + code, "uscc", "统一社会信用代码相同")
        : ("name:" + Organisation.KeyOf(details.Name), "name", "企业名称相同且都没有代码");

    private OrganisationDetails? Check(ImportRow row)
    {
        var name = row.Text("name");
        if (name is { Length: < 2 }) row.Reject("name", "企业名称太短，请按营业执照填写全称。");
        var staff = row.Integer("staff");
        if (staff is < 0 or > 5_000_000) row.Reject("staff", "从业人员应在 0 与 5000000 之间。");
        var products = new Dictionary<ProductRole, IReadOnlyList<string>>();
        AddProducts(ProductRole.Makes, "makes");
        AddProducts(ProductRole.Buys, "buys");
        AddProducts(ProductRole.ByProduct, "byProducts");
        var details = new OrganisationDetails
        {
            Name = name ?? "",
            Kind = Kind(),
            Uscc = OrganisationCodes.Uscc(row.Text("uscc"), problem => row.Reject("uscc", problem)),
            RegionCode = OrganisationCodes.Region(row.Text("region"), problem => row.Reject("region", problem)),
            Address = row.Text("address"),
            Park = row.Text("park"),
            IndustryCode = OrganisationCodes.Industry(row.Text("industry"), problem => row.Reject("industry", problem)),
            Staff = (int?)staff,
            Revenue = Amount("revenue"),
            Assets = Amount("assets"),
            DataYear = row.Year("year"),
            ContactName = row.Text("contactName"),
            ContactPhone = telephones.Seal(row.Phone("contactPhone")),
            Chain = row.Text("chain"),
            Products = products,
            Qualifications = row.List("qualifications") is { Count: > 0 } given ? given : null,
        };
        return row.IsRejected ? null : details;

        OrganisationKind? Kind()
        {
            if (row.Text("kind") is not { } text) return null;
            foreach (var kind in Enum.GetValues<OrganisationKind>())
                if (text == ListExport.Words(kind) || text.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase)) return kind;
            row.Reject("kind", $"不认识“{ImportText.Shorten(text, 20)}”，请填{string.Join("、", Enum.GetValues<OrganisationKind>().Select(k => ListExport.Words(k)))}中的一个。");
            return null;
        }

        decimal? Amount(string key)
        {
            var amount = row.Decimal(key);
            if (amount is < 0) row.Reject(key, "金额不能为负数。");
            if (amount is > 1_000_000_000m) row.Reject(key, "金额超过 10 万亿元，请核对单位是否为万元。");
            return amount is null ? null : decimal.Round(amount.Value, 4);
        }

        // An empty cell says nothing: it does not wipe what the register knows.
        void AddProducts(ProductRole role, string key)
        {
            if (row.List(key) is { Count: > 0 } names) products[role] = names;
        }
    }
}

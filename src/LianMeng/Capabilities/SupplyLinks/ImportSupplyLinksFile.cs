using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Links as a file: who declares, whom it sells to or buys from, what and how much.</summary>
public sealed class ImportSupplyLinksFile(FileStore storage, FirmDirectory firms, Actor actor) : ImportSource<ImportSupplyLinksFile.Stated>(storage)
{
    /// <summary>What a row states.</summary>
    /// <param name="Key">What makes it the same link.</param>
    public sealed record Stated(FirmPair Pair, string Product, SupplyFigures Figures)
    {
        public (Guid Seller, Guid Buyer, string Product) Key => (Pair.Seller, Pair.Buyer, SupplyLink.KeyOf(Product));
    }

    public static ImportKind Kind { get; } = new("supply-links", new("供货关系", "模板可在“导入供货关系”页面下载。",
    [
        new("firm", "申报企业") { Aliases = ["企业", "企业名称", "单位名称", "公司名称", "统一社会信用代码"], MaxLength = 120, Width = 34, Note = "名称或统一社会信用代码，须在名册中；企业导入本企业的可空着。" },
        new("side", "申报企业是") { Required = true, Aliases = ["角色", "关系", "供应或采购"], MaxLength = 20, Width = 12, Choices = ["卖方", "买方"], Note = "必填：卖方（供货给对方）或买方（向对方采购）。" },
        new("partner", "对方企业") { Required = true, Aliases = ["对方", "对方名称", "供应商", "客户"], MaxLength = 120, Width = 34, Note = "必填：名称或统一社会信用代码，须在本区县名册中。" },
        new("product", "产品") { Required = true, Aliases = ["产品名称", "品名", "物料名称"], MaxLength = SupplyLink.ProductLimit, Width = 26, Note = "必填，用行业里通用的叫法。" },
        new("quantity", "年数量") { Aliases = ["数量", "年供货量", "年采购量", "采购量", "供货量"], Kind = ImportColumnKind.Number, Width = 12, Note = "填了数量就要有单位。" },
        new("unit", "计量单位") { Aliases = ["单位", "数量单位"], MaxLength = SupplyLink.UnitLimit, Width = 10, Note = "例如 吨、件。" },
        new("value", "年金额") { Aliases = ["金额", "交易额", "年交易额", "采购金额"], Kind = ImportColumnKind.Number, Unit = "元", Width = 14, Note = "元，只有双方和主管单位能看到；写明万元的自动换算。" },
        new("year", "年份") { Aliases = ["数据年份", "年度"], Kind = ImportColumnKind.Year, Width = 10, Note = "例如 2025。" },
    ]))
    {
        Unit = "条",
        LineTitle = "供货关系",
        ListHref = "/supply-links",
        PageHref = "/supply-links/import",
        Instructions = ["每行一条：谁向谁供应什么。", "同一家、同一方、同一产品再导入一次，按新的数字更新。", "对方看到后可以确认、填不同的数字或否认。"],
    };

    private static readonly Dictionary<string, SupplySide> Sides = new(StringComparer.OrdinalIgnoreCase)
    {
        ["卖方"] = SupplySide.Seller, ["供应"] = SupplySide.Seller, ["供货"] = SupplySide.Seller, ["销售"] = SupplySide.Seller, ["供应方"] = SupplySide.Seller, ["Seller"] = SupplySide.Seller,
        ["买方"] = SupplySide.Buyer, ["采购"] = SupplySide.Buyer, ["购买"] = SupplySide.Buyer, ["采购方"] = SupplySide.Buyer, ["Buyer"] = SupplySide.Buyer,
    };

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => ($"{details.Key}|{details.Pair.Side}", "product", "同样的双方，同一产品");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var onlyOwn = !actor.May(SupplyLinksCapability.OnBehalf);
        var mine = onlyOwn && actor.OrganisationId is { } id ? await firms.FindAsync(id, cancellation) : null;
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.SelectMany(r => new[] { r.Text("firm"), r.Text("partner") }).OfType<string>(), cancellation);
        return [.. rows.Select(row => Check(row, onlyOwn ? Own(row, mine, named) : Named(row, "firm", named), Named(row, "partner", named)))];
    }

    private static Stated? Check(ImportRow row, FirmDirectory.Row? speaker, FirmDirectory.Row? partner)
    {
        SupplySide? side = null;
        if (row.Text("side") is { } text)
        {
            if (Sides.TryGetValue(text, out var known)) side = known;
            else row.Reject("side", $"不认识“{ImportText.Shorten(text, 20)}”，请填卖方或买方。");
        }

        var form = new SupplyLinkForm { Quantity = row.Quantity("quantity", out var unit), Unit = row.Text("unit"), Value = row.Decimal("value"), Year = row.Year("year") };
        if (form.Quantity is not null) form.Unit ??= unit;
        var product = row.Text("product");
        if (product is not null && SupplyLink.KeyOf(product).Length == 0) row.Reject("product", "请填写产品名称。");
        if (speaker is not null && speaker.Id == partner?.Id) row.Reject("partner", "对方企业不能是申报企业自己。");
        Reject(row, InputValidator.Validate(form));
        var (figures, errors) = form.Check();
        Reject(row, errors);
        return row.IsRejected || speaker is null || partner is null || side is null || product is null ? null : new(new(speaker, partner, side.Value), product, figures!);
    }

    private static void Reject(ImportRow row, IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, problems) in errors)
        {
            if (row.IsRejectedFor(field)) continue;
            foreach (var problem in problems) row.Reject(field, problem);
        }
    }

    private static FirmDirectory.Row? Named(ImportRow row, string column, ILookup<string, FirmDirectory.Row> named)
    {
        if (row.Text(column) is not { } text)
        {
            if (!row.IsRejectedFor(column)) row.Reject(column, "请填写企业的名称或统一社会信用代码。");
            return null;
        }

        var found = named[text].ToList();
        if (found.Count == 1) return found[0];
        row.Reject(column, found.Count > 1 ? $"名册里有 {found.Count} 家叫这个名称，请改填统一社会信用代码。" : "本区县名册里没有这家企业。请核对全称或统一社会信用代码；新企业请先登记到名册，再导入这一行。");
        return null;
    }

    private static FirmDirectory.Row? Own(ImportRow row, FirmDirectory.Row? mine, ILookup<string, FirmDirectory.Row> named)
    {
        if (mine is null) row.Reject("firm", "贵企业不在名册中，不能导入；请联系联盟书记。");
        else if (row.Text("firm") is { } text && named[text].All(firm => firm.Id != mine.Id)) row.Reject("firm", $"只能导入本企业申报的；请改为“{mine.Name}”或空着。");
        return mine;
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Products made and bought and by-products as a file.</summary>
public sealed class ImportProductsFile(FileStore storage, FirmDirectory firms, Actor actor) : FirmLinesFile<ImportProductsFile.Product>(storage, firms, actor)
{
    public sealed record Product(ProductRole Role, ProductDetails Details);

    public static ImportKind Kind { get; } = new("products", new("企业产品", "模板可在“导入企业产品”页面下载。",
    [
        FirmColumn,
        new("role", "类别") { Required = true, Aliases = ["产品类别", "类型"], MaxLength = 20, Width = 12, Choices = ["生产", "采购", "副产品"], Note = "必填：生产、采购或副产品。" },
        new("name", "产品") { Required = true, Aliases = ["产品名称", "品名", "物料名称"], MaxLength = OrganisationProduct.NameLimit, Width = 28, Note = "必填，用行业里通用的叫法。" },
        new("quantity", "年数量") { Aliases = ["数量", "年产能", "产能", "年采购量", "采购量", "年产生量"], Kind = ImportColumnKind.Number, Width = 12, Note = "一年的产能、采购量或产生量；填了数量就要有单位。" },
        new("unit", "计量单位") { Aliases = ["数量单位"], MaxLength = ProductForm.UnitLimit, Width = 10, Note = "例如 吨、件。" },
        new("sold", "年销量已签") { Aliases = ["已签销量", "已售数量", "在手订单"], Kind = ImportColumnKind.Number, Width = 12, Note = "只有生产填：一年里已经签了合同的数量，与年数量同一单位。不公开。" },
        new("priceLow", "最低价") { Aliases = ["单价", "采购价", "采购单价", "价格"], Kind = ImportColumnKind.Number, Unit = "元", Width = 14, Note = "元/单位；采购只填这一列。不公开。" },
        new("priceHigh", "最高价") { Kind = ImportColumnKind.Number, Unit = "元", Width = 14, Note = "元/单位。不公开。" },
        new("origin", "来源") { Aliases = ["采购来源", "现从哪里采购"], MaxLength = 10, Width = 10, Choices = ["本地", "外地"], Note = "只有采购填。" },
        new("place", "来源地") { Aliases = ["供应地", "供应商所在地"], MaxLength = ProductForm.PlaceLimit, Width = 16, Note = "只有采购填，例如 广东佛山。" },
        new("leadDays", "到货天数") { Aliases = ["交期", "交货天数"], Kind = ImportColumnKind.Number, Unit = "天", Width = 12, Note = "只有采购填。" },
        new("freight", "运费") { Aliases = ["单位运费"], Kind = ImportColumnKind.Number, Unit = "元", Width = 12, Note = "元/单位，只有采购填。" },
        new("code", "代码") { Aliases = ["危废代码", "废物代码", "产品代码", "危废或产品代码"], MaxLength = 40, Width = 20, Note = "副产品填危险废物代码（HW48 321-024-48）或产品代码。" },
        new("composition", "成分") { Aliases = ["主要成分"], MaxLength = ProductForm.CompositionLimit, Width = 24, Note = "只有副产品填。" },
        new("goods", "作为产品出售") { Aliases = ["是否作为产品", "不属固体废物"], MaxLength = 10, Width = 14, Choices = ["是", "否"], Note = "只有副产品填：是＝作为产品出售、不属固体废物；否＝按固体废物管理。" },
        new("income", "年收入") { Aliases = ["现有收入", "处置收入"], Kind = ImportColumnKind.Number, Unit = "万元", Width = 12, Note = "只有副产品填，现在处置它一年得多少。" },
    ]))
    {
        Unit = "项",
        LineTitle = "产品",
        ListHref = "/organisations",
        PageHref = "/organisations/products/import",
        Instructions = ["每行一个产品；“类别”和“产品”必填。", "空着的单元格不会清除已登记的内容。", "同一份文件重复上传不会产生重复数据。"],
    };

    private static readonly Dictionary<string, ProductRole> Roles = new(StringComparer.Ordinal)
    {
        ["生产"] = ProductRole.Makes, ["主营"] = ProductRole.Makes, ["产品"] = ProductRole.Makes, ["销售"] = ProductRole.Makes, ["采购"] = ProductRole.Buys, ["购买"] = ProductRole.Buys, ["原材料"] = ProductRole.Buys, ["副产"] = ProductRole.ByProduct, ["副产物"] = ProductRole.ByProduct,
    };

    private static readonly Dictionary<string, ProductOrigin> Origins = new(StringComparer.Ordinal)
    {
        ["本区"] = ProductOrigin.Local, ["本区县"] = ProductOrigin.Local, ["区内"] = ProductOrigin.Local, ["区外"] = ProductOrigin.Outside, ["外购"] = ProductOrigin.Outside, ["外省"] = ProductOrigin.Outside, ["市外"] = ProductOrigin.Outside,
    };

    protected override ImportKind ImportedKind => Kind;

    protected override string TwinColumn => "name";

    protected override string KeyOf(Product details) => $"{details.Role}|{details.Details.Name}";

    protected override Product? Read(ImportRow row)
    {
        var role = Choice(row, "role", Roles);
        var form = new ProductForm
        {
            Name = row.Text("name"),
            Quantity = row.Quantity("quantity", out var unit),
            Unit = row.Text("unit"),
            Sold = row.Quantity("sold", out var soldUnit),
            PriceLow = row.Decimal("priceLow"),
            PriceHigh = row.Decimal("priceHigh"),
            Origin = Choice(row, "origin", Origins),
            Place = row.Text("place"),
            LeadDays = (int?)(row.Integer("leadDays") is { } days && days is >= 0 and <= 1000 ? days : Refuse(row)),
            Freight = row.Decimal("freight"),
            Code = row.Text("code"),
            Composition = row.Text("composition"),
            IsGoods = YesOrNo(row, "goods"),
            Income = row.Decimal("income"),
        };
        if (form.Quantity is not null) form.Unit ??= unit;
        if (form.Sold is not null && soldUnit is not null && soldUnit != (form.Unit ??= soldUnit)) row.Reject("sold", $"单位“{soldUnit}”与年数量的“{form.Unit}”不同，请换算成同一单位。");
        if (role is null || row.IsRejected) return null;
        Reject(row, InputValidator.Validate(form));
        if (row.IsRejected) return null;
        var (details, errors) = form.Check(role.Value);
        Reject(row, errors);
        return details is null ? null : new(role.Value, details);
    }

    private static bool? YesOrNo(ImportRow row, string key)
    {
        switch (row.Text(key))
        {
            case null: return null;
            case "是" or "√": return true;
            case "否" or "×": return false;
            case var text:
                row.Reject(key, $"不认识“{ImportText.Shorten(text, 20)}”，请填是或否。");
                return null;
        }
    }

    private static long? Refuse(ImportRow row)
    {
        if (row.Integer("leadDays") is not null) row.Reject("leadDays", "到货天数应在 0 与 1000 之间。");
        return null;
    }
}

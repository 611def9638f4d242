using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>A bill as a file: its columns, and its rows checked as the form is.</summary>
public sealed class ImportBillFile(FileStore storage, TimeProvider clock) : ImportSource<BillGoods>(storage)
{
    public static ImportKind Kind { get; } = new("bills", new("物料清单", "模板可在“导入物料清单”页面下载。",
    [
        new("product", "产品") { Required = true, Aliases = ["产品名称", "品名", "物料名称", "物料", "名称", "零件名称", "材料名称", "货物名称"], MaxLength = BillLineForm.ProductLimit, Width = 24, Note = "必填：用行业里通用的叫法，例如 ADC12 铝合金锭。" },
        new("specification", "牌号规格") { Aliases = ["规格", "规格型号", "型号", "牌号", "图号", "型号规格", "技术要求"], MaxLength = BillLineForm.SpecificationLimit, Width = 28, Note = "选填：牌号、尺寸、图号。" },
        new("quantity", "数量") { Required = true, Aliases = ["采购数量", "需求数量", "用量", "采购量", "数 量"], Kind = ImportColumnKind.Number, Width = 12, Note = "必填，大于 0；也可写 200吨，单位就不用再填。" },
        new("unit", "单位") { Aliases = ["计量单位", "数量单位"], MaxLength = BillLineForm.UnitLimit, Width = 10, Note = $"必填（数量里写了单位的可空着）：{BillUnits.Examples}。" },
        new("wantedBy", "需要日期") { Aliases = ["交货日期", "需求日期", "到货日期", "要求交期", "交期", "需用日期"], Kind = ImportColumnKind.Date, Width = 14, Note = "选填，今天或以后，例如 2026-12-31。" },
        new("deliverTo", "交货地") { Aliases = ["交货地点", "送货地点", "送货地址", "收货地址", "交付地点"], MaxLength = BillLineForm.PlaceLimit, Width = 20, Note = "选填。" },
        new("remark", "备注") { Aliases = ["说明", "用途"], MaxLength = BillLineForm.RemarkLimit, Width = 24, Note = "选填：只有本企业看得到，询价时不发给供应商。" },
    ]))
    {
        Unit = "行",
        LineTitle = "产品",
        ListHref = "/bills",
        PageHref = "/bills/import",
        Updates = false,
        SameWord = "已有",
        Instructions =
        [
            $"一份文件是一份清单，名称取文件名，以后可改；最多 {Bill.MostLines} 行。",
            "清单只有本企业的负责人和采购专员看得到；询价时对方只看到向它询价的那几行，看不到备注。",
            "同一份文件重复上传不会再建一份。",
        ],
    };

    private int taken;

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(BillGoods details) => (details.Key, "product", "产品、规格、单位、日期和交货地都相同");

    protected override Task<IReadOnlyList<BillGoods?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        return Task.FromResult<IReadOnlyList<BillGoods?>>([.. rows.Select(row => Check(row, today))]);
    }

    private BillGoods? Check(ImportRow row, DateOnly today)
    {
        var form = new BillLineForm
        {
            Product = row.Text("product"), Specification = row.Text("specification"), Quantity = row.Quantity("quantity", out var stated), Unit = row.Text("unit"),
            WantedBy = row.Date("wantedBy"), DeliverTo = row.Text("deliverTo"), Remark = row.Text("remark"),
        };
        if (form.Unit is null) form.Unit = stated;
        else if (stated is not null && BillUnits.Read(stated) != BillUnits.Read(form.Unit)) row.Reject("unit", $"数量的单位写的是“{ImportText.Shorten(stated, 12)}”，这里是“{form.Unit}”，请只留一个。");
        Reject(row, InputValidator.Validate(form));
        var (goods, errors) = form.Check(today);
        Reject(row, errors);
        if (row.IsRejected || goods is null) return null;
        if (++taken <= Bill.MostLines) return goods;
        row.Reject("product", $"一份清单最多 {Bill.MostLines} 行，这一行起没有读取；请把后面的另存为一份再上传。");
        return null;
    }

    /// <summary>A field's problem stands beside its column; one whose column is at fault already has its cause.</summary>
    private static void Reject(ImportRow row, IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, problems) in errors)
        {
            if (!row.IsRejectedFor(field)) row.Reject(field, problems[0]);
        }
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Supply and demand as a file: its columns, and its rows checked as the form is, each for the firm it names.</summary>
public sealed class ImportListingsFile(FileStore storage, FirmDirectory firms, Actor actor, TimeProvider clock) : ImportSource<ImportListingsFile.Stated>(storage)
{
    private const string ForNobody = "联盟代发";

    public static ImportKind Kind { get; } = new("listings", new("供需信息", "模板可在“导入供需信息”页面下载。",
    [
        new("kind", "类型") { Required = true, Aliases = ["供需类型", "信息类型", "供需", "供需类别", "类别"], MaxLength = 20, Width = 10, Choices = [.. Enum.GetValues<ListingKind>().Select(k => ListExport.Words(k))], Note = "必填：需求（要买的）或供给（能供应的）；也可写求购、采购、供应。" },
        new("subject", "标的类别") { Aliases = ["标的", "信息类别"], MaxLength = 20, Width = 12, Choices = [.. Enum.GetValues<ListingSubject>().Select(s => ListExport.Words(s))], Note = "选填，空着为产品。" },
        new("wasteCode", "废物代码") { Aliases = ["危废代码", "危险废物代码", "固废代码"], MaxLength = ListingForm.WasteCodeLimit, Width = 14, Note = "选填：副产品属于危险废物或一般固体废物时填写，例如 321-024-48。" },
        new("title", "标题") { Aliases = ["供需标题", "信息标题", "主题"], MaxLength = ListingForm.TitleLimit, Width = 36, Note = "一句话写明产品、牌号或型号。没有标题时由类型、产品和数量拼成；标题和产品至少填一项。" },
        new("product", "产品") { Aliases = ["产品名称", "品名", "物料名称", "货物名称", "产品或服务"], MaxLength = ListingForm.ProductLimit, Width = 20, Note = "选填，填了匹配更准。" },
        new("text", "说明") { Aliases = ["详细说明", "描述", "需求描述", "具体要求", "规格要求", "备注"], MaxLength = ListingForm.TextLimit, Width = 36, Note = "选填：规格、交货、质量等要求。不要写电话和报价。" },
        new("quantity", "数量") { Aliases = ["需求数量", "采购数量", "采购量", "供应数量", "供应量", "供货量"], Kind = ImportColumnKind.Number, Width = 12, Note = "选填，只填数字；填了数量就要填单位。" },
        new("unit", "单位") { Aliases = ["计量单位", "数量单位"], MaxLength = ListingForm.UnitLimit, Width = 10, Note = "例如 吨、件、吨/月。" },
        new("price", "价格") { Aliases = ["单价", "参考价格", "参考单价", "期望价格"], Kind = ImportColumnKind.Number, Unit = "元/单位", Width = 16, Note = "选填，元/单位；不公开，只有本企业、本区县主管单位和双方同意对接后的对方能看到。" },
        new("certificates", "证书资质") { Aliases = ["证书、资质", "证书/资质", "资质证书", "证书", "资质", "资质要求", "认证"], Kind = ImportColumnKind.List, MaxLength = ListingForm.CertificatesLimit, Width = 24, Note = "选填：需求填要求对方具备的，供给填本企业具备的；多项用分号或顿号隔开。" },
        new("region", "地区") { Aliases = ["交货地", "供货地", "交货地点", "行政区划", "行政区划代码", "所在地区"], MaxLength = 40, Width = 14, Note = "选填：交货或供货地，写名称或 6 位代码；空着按企业所在地。" },
        new("validUntil", "有效期至") { Aliases = ["有效期", "有效日期", "截止日期", "截止时间", "到期日", "到期日期"], Kind = ImportColumnKind.Date, Width = 14, Note = $"选填，例如 2026-12-31；空着按 {ListingForm.UsualDays} 天，最长一年。" },
        new("visibility", "可见范围") { Aliases = ["发布范围", "公开范围"], MaxLength = 20, Width = 12, Choices = [.. Enum.GetValues<ListingVisibility>().Select(v => ListExport.Words(v))], Note = "选填，空着为本区县。" },
        new("firm", "企业") { Aliases = ["企业名称", "单位名称", "公司名称", "发布企业", "统一社会信用代码", "企业名称或代码", "企业名称或统一社会信用代码"], MaxLength = 120, Width = 34, Note = "名称或统一社会信用代码，须在名册中。联盟书记、专员空着为联盟代发；企业导入本企业的可空着。" },
    ]))
    {
        Unit = "条",
        LineTitle = "标题",
        ListHref = "/listings",
        PageHref = "/listings/import",
        Updates = false,
        SameWord = "已有",
        Instructions =
        [
            "本表只有“类型”必填，“标题”和“产品”至少填一项；其余各列可空着，也可整列删去；列的次序不限。",
            "同一份文件重复上传不会重复发布。",
        ],
    };

    private static readonly Dictionary<string, ListingKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["需求"] = ListingKind.Demand, ["求购"] = ListingKind.Demand, ["采购"] = ListingKind.Demand, ["需要"] = ListingKind.Demand, ["采购需求"] = ListingKind.Demand, ["求购信息"] = ListingKind.Demand, ["Demand"] = ListingKind.Demand,
        ["供给"] = ListingKind.Supply, ["供应"] = ListingKind.Supply, ["供货"] = ListingKind.Supply, ["出售"] = ListingKind.Supply, ["销售"] = ListingKind.Supply, ["供应信息"] = ListingKind.Supply, ["Supply"] = ListingKind.Supply,
    };

    private static readonly Dictionary<string, ListingSubject> Subjects = Enum.GetValues<ListingSubject>().SelectMany(s => new[] { (Word: ListExport.Words(s), Value: s), (Word: s.ToString(), Value: s) })
        .Concat([("废料", ListingSubject.ByProduct), ("产能", ListingSubject.Capacity), ("运输", ListingSubject.Logistics), ("用工", ListingSubject.Talent)]).ToDictionary(w => w.Item1, w => w.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ListingVisibility> Visibilities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["本联盟"] = ListingVisibility.Alliance, ["本产业链"] = ListingVisibility.Alliance, ["产业链"] = ListingVisibility.Alliance, ["联盟"] = ListingVisibility.Alliance, ["Alliance"] = ListingVisibility.Alliance,
        ["本区县"] = ListingVisibility.District, ["区县"] = ListingVisibility.District, ["本区"] = ListingVisibility.District, ["District"] = ListingVisibility.District,
        ["全市"] = ListingVisibility.City, ["City"] = ListingVisibility.City,
        ["公开"] = ListingVisibility.Public, ["Public"] = ListingVisibility.Public,
    };

    /// <summary>What a row states.</summary>
    /// <param name="Firm">Null when the district's office speaks for one that is not named.</param>
    /// <param name="Key">The <see cref="Listing.LiveKey"/> that the listing will have.</param>
    public sealed record Stated(FirmDirectory.Row? Firm, ListingDetails Details, string Key);

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => (details.Key, "title", "同一企业，内容相同");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var own = !actor.May(ListingsCapability.OnBehalf);
        var mine = own && actor.OrganisationId is { } id ? await firms.FindAsync(id, cancellation) : null;
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.Select(FirmText).OfType<string>(), cancellation);
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        return [.. rows.Select(row => Check(row, own ? Own(row, mine, named) : Named(row, named), today))];
    }

    private static Stated? Check(ImportRow row, FirmDirectory.Row? firm, DateOnly today)
    {
        var form = Read(row);
        if (form.Title is null) return null;
        var invalid = InputValidator.Validate(form);
        Reject(row, invalid);
        if (invalid.Count > 0) return null;
        var (details, errors) = form.Check(today, firm?.RegionCode);
        Reject(row, errors);
        return row.IsRejected ? null : new(firm, details!, Listing.KeyOf(firm?.Id, details!));
    }

    private static ListingForm Read(ImportRow row)
    {
        var form = new ListingForm
        {
            Kind = Choice(row, "kind", Kinds),
            Subject = Choice(row, "subject", Subjects),
            WasteCode = row.Text("wasteCode"),
            Title = row.Text("title"),
            Product = row.Text("product"),
            Text = row.Text("text"),
            Quantity = row.Quantity("quantity", out var stated),
            Unit = row.Text("unit"),
            Price = row.Decimal("price"),
            Certificates = row.List("certificates") is { Count: > 0 } given ? string.Join('；', given) : null,
            Region = row.Text("region"),
            ValidUntil = row.Date("validUntil"),
            Visibility = Choice(row, "visibility", Visibilities),
        };
        if (form.Quantity is not null && stated is not null)
        {
            // 200吨 beside 吨/月 adds up; beside 件 one of the two is wrong
            if (form.Unit is null) form.Unit = stated;
            else if (!form.Unit.StartsWith(stated, StringComparison.Ordinal)) row.Reject("unit", $"数量的单位写的是“{ImportText.Shorten(stated, 12)}”，这里是“{form.Unit}”，请只留一个。");
        }

        form.Title ??= TitleOf(form);
        if (form.Title is null && !row.IsRejectedFor("title")) row.Reject("title", "标题和产品都空着；请写一句话标题，例如“求购 ADC12 铝合金锭”，或填写产品。");
        return form;
    }

    /// <summary>求购 ADC12铝合金锭，200 吨/月.</summary>
    private static string? TitleOf(ListingForm form)
    {
        if (form.Product is not { } product) return null;
        var title = (form.Kind == ListingKind.Supply ? "供应 " : "求购 ") + product;
        var whole = form.Quantity is { } quantity ? $"{title}，{quantity:0.####} {form.Unit}".TrimEnd() : title;
        return whole.Length <= ListingForm.TitleLimit ? whole : title;
    }

    private static T? Choice<T>(ImportRow row, string key, Dictionary<string, T> choices) where T : struct, Enum
    {
        if (row.Text(key) is not { } text) return null;
        if (choices.TryGetValue(text, out var choice)) return choice;
        row.Reject(key, $"不认识“{ImportText.Shorten(text, 20)}”，请填{string.Join("、", Enum.GetValues<T>().Select(v => ListExport.Words(v)))}中的一个。");
        return null;
    }

    /// <summary>A field's problems stand beside its column; one whose column is at fault already has its cause.</summary>
    private static void Reject(ImportRow row, IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, problems) in errors)
        {
            if (row.IsRejectedFor(field)) continue;
            foreach (var problem in problems) row.Reject(field, problem);
        }
    }

    /// <summary>As the export writes it, too: 铜梁区（联盟代发） names no firm.</summary>
    private static string? FirmText(ImportRow row)
        => row.Text("firm") is { } text && !text.Trim('（', '）', '(', ')').EndsWith(ForNobody, StringComparison.Ordinal) ? text : null;

    private static FirmDirectory.Row? Named(ImportRow row, ILookup<string, FirmDirectory.Row> named)
    {
        if (FirmText(row) is not { } text) return null;
        var found = named[text].ToList();
        if (found.Count == 1) return found[0];
        row.Reject("firm", found.Count > 1
            ? $"名册里有 {found.Count} 家企业叫这个名称，请改填统一社会信用代码。"
            : !text.Any(c => c is >= '\u4E00' and <= '\u9FFF') && !Uscc.TryParse(text, out _, out var problem)
                ? $"{problem}；请填名册里的企业全称或 18 位统一社会信用代码；空着为联盟代发。"
                : "本区县名册里没有这家企业。请核对全称或统一社会信用代码；新企业请先登记到名册，再导入这一行；空着为联盟代发。");
        return null;
    }

    private static FirmDirectory.Row? Own(ImportRow row, FirmDirectory.Row? mine, ILookup<string, FirmDirectory.Row> named)
    {
        if (mine is null) row.Reject("firm", "贵企业不在名册中，不能发布；请联系联盟书记。");
        else if (row.Text("firm") is { } text && named[text].All(firm => firm.Id != mine.Id)) row.Reject("firm", $"只能导入本企业的供需信息；请改为“{mine.Name}”或空着。");
        return mine;
    }
}

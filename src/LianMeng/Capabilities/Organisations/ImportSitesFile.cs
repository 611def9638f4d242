using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Sites as a file.</summary>
public sealed class ImportSitesFile(FileStore storage, FirmDirectory firms, Actor actor) : FirmLinesFile<ImportSitesFile.Site>(storage, firms, actor)
{
    public sealed record Site(string Name, SiteKind? Kind, string? Address, string? RegionCode, string? Capacity);

    public static ImportKind Kind { get; } = new("sites", new("企业厂区", "模板可在“导入企业厂区”页面下载。",
    [
        FirmColumn,
        new("name", "厂区") { Required = true, Aliases = ["厂区名称", "场所名称"], MaxLength = OrganisationSite.NameLimit, Width = 20, Note = "必填，例如 一厂、蒲吕厂区。" },
        new("kind", "用途") { Aliases = ["厂区用途", "类型"], MaxLength = 20, Width = 12, Choices = ["注册地", "生产厂区", "仓储", "办公"], Note = "选填，空着为生产厂区。" },
        new("address", "地址") { Aliases = ["厂区地址", "生产地址", "详细地址"], MaxLength = 200, Width = 36 },
        new("regionCode", "行政区划代码") { Aliases = ["区划代码", "行政区划"], MaxLength = 40, Width = 14 },
        new("capacity", "产能") { Aliases = ["厂区产能", "生产能力"], MaxLength = OrganisationSite.CapacityLimit, Width = 28, Note = "例如 年产压铸件 2 万吨。" },
    ]))
    {
        Unit = "处",
        LineTitle = "厂区",
        ListHref = "/organisations",
        PageHref = "/organisations/sites/import",
        Instructions = ["每行一处。", "空着的单元格不会清除已登记的内容。", "同一份文件重复上传不会产生重复数据。"],
    };

    private static readonly Dictionary<string, SiteKind> Kinds = new(StringComparer.Ordinal)
    {
        ["注册地址"] = SiteKind.Registered, ["生产"] = SiteKind.Production, ["生产地址"] = SiteKind.Production, ["厂区"] = SiteKind.Production, ["仓库"] = SiteKind.Storage, ["办公地址"] = SiteKind.Office,
    };

    protected override ImportKind ImportedKind => Kind;

    protected override string TwinColumn => "name";

    protected override string KeyOf(Site details) => details.Name;

    protected override Site? Read(ImportRow row)
    {
        var kind = Choice(row, "kind", Kinds);
        var region = OrganisationCodes.Region(row.Text("regionCode"), problem => row.Reject("regionCode", problem));
        return row.Text("name") is { } name ? new(name, kind, row.Text("address"), region, row.Text("capacity")) : null;
    }
}

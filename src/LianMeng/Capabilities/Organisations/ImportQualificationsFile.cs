using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Qualifications with their certificates as a file.</summary>
public sealed class ImportQualificationsFile(FileStore storage, FirmDirectory firms, Actor actor) : FirmLinesFile<QualificationDetails>(storage, firms, actor)
{
    public static ImportKind Kind { get; } = new("qualifications", new("企业资质", "模板可在“导入企业资质”页面下载。",
    [
        FirmColumn,
        new("name", "资质") { Required = true, Aliases = ["资质名称", "资质荣誉", "证书名称", "认证"], MaxLength = OrganisationQualification.NameLimit, Width = 24, Note = "必填，例如 高新技术企业。" },
        new("number", "证书编号") { Aliases = ["编号", "证书号"], MaxLength = SaveQualification.NumberLimit, Width = 24 },
        new("issuer", "发证机关") { Aliases = ["发证单位", "认定机关", "颁发机构"], MaxLength = SaveQualification.IssuerLimit, Width = 24 },
        new("validUntil", "有效期至") { Aliases = ["有效期", "到期日", "到期日期", "截止日期"], Kind = ImportColumnKind.Date, Width = 14, Note = "例如 2028-11-30；长期有效的空着。" },
    ]))
    {
        Unit = "项",
        LineTitle = "资质",
        ListHref = "/organisations",
        PageHref = "/organisations/qualifications/import",
        Instructions = ["每行一项资质。", "空着的单元格不会清除已登记的内容。", "同一份文件重复上传不会产生重复数据。"],
    };

    protected override ImportKind ImportedKind => Kind;

    protected override string TwinColumn => "name";

    protected override string KeyOf(QualificationDetails details) => details.Name;

    protected override QualificationDetails? Read(ImportRow row)
    {
        var until = row.Date("validUntil");
        if (QualificationDetails.ProblemOf(until) is { } problem) row.Reject("validUntil", problem);
        return row.Text("name") is { } name ? new(name, row.Text("number"), row.Text("issuer"), until) : null;
    }
}

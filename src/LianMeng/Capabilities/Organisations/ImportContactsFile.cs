using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Contacts as a file; their telephones are sealed before anybody else sees them.</summary>
public sealed class ImportContactsFile(FileStore storage, FirmDirectory firms, Actor actor, Telephones telephones) : FirmLinesFile<ImportContactsFile.Contact>(storage, firms, actor)
{
    public sealed record Contact(string? Name, ContactPurpose? Purpose, SealedValue? Telephone);

    public static ImportKind Kind { get; } = new("contacts", new("企业联系人", "模板可在“导入企业联系人”页面下载。",
    [
        FirmColumn,
        new("name", "联系人") { Required = true, Aliases = ["姓名", "联系人姓名"], MaxLength = OrganisationContact.NameLimit, Width = 12, Note = "必填。" },
        new("purpose", "用途") { Aliases = ["职责", "岗位", "联系事项"], MaxLength = 20, Width = 10, Choices = ["负责人", "采购", "人事", "党务", "其他"], Note = "选填，空着为其他。" },
        new("telephone", "联系电话") { Aliases = ["电话", "手机", "手机号", "联系方式"], Kind = ImportColumnKind.Phone, MaxLength = 30, Width = 16, Note = "加密保存，页面上只显示一部分。" },
    ]))
    {
        Unit = "位",
        LineTitle = "联系人",
        ListHref = "/organisations",
        PageHref = "/organisations/contacts/import",
        Instructions = ["每行一位联系人。", "空着的单元格不会清除已登记的内容。", "同一份文件重复上传不会产生重复数据。"],
    };

    protected override ImportKind ImportedKind => Kind;

    protected override string TwinColumn => "name";

    protected override string KeyOf(Contact details) => details.Name ?? "";

    protected override Contact? Read(ImportRow row)
    {
        var purpose = Choice<ContactPurpose>(row, "purpose");
        var phone = row.Phone("telephone");
        if (phone?.Length > 30) row.Reject("telephone", "号码太多，每行只填一个。");
        return row.Text("name") is { } name && !row.IsRejected ? new(name, purpose, telephones.Seal(phone)) : null;
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Party organisations as a file: its columns, and its rows checked. A superior stands above those below it, in the file or in the register.</summary>
public sealed class PartyRoster(FileStore storage, FirmDirectory firms, AppDb db, Actor actor) : ImportSource<PartyRoster.Stated>(storage)
{
    /// <param name="Superior">the superior's name, to be found among what is there and what this file brings</param>
    public sealed record Stated(PartyOrganisationDetails Details, string? Superior);

    public static ImportKind Kind { get; } = new("party-organisations", new("党组织", "模板可在“导入党组织”页面下载。",
    [
        new("name", "党组织名称") { Required = true, Aliases = ["党组织", "名称", "党组织全称"], MaxLength = PartyOrganisation.NameLimit, Width = 40, Note = "必填，写全称。" },
        new("type", "类型") { Required = true, Aliases = ["党组织类型", "党组织类别", "类别"], MaxLength = 20, Width = 12, Choices = [.. Enum.GetValues<PartyOrganisationType>().Select(t => ListExport.Words(t))], Note = "党委、党总支、党支部或联合党支部。" },
        new("functional", "功能型") { Aliases = ["是否功能型", "功能型党组织"], MaxLength = 4, Width = 10, Choices = ["是", "否"], Note = "选填：功能型党组织写“是”。" },
        new("superior", "上级党组织") { Aliases = ["上级", "上级党组织名称"], MaxLength = PartyOrganisation.NameLimit, Width = 36, Note = "选填：已登记的，或本文件里写在前面的。" },
        new("covers", "覆盖单位") { Aliases = ["所在单位", "覆盖企业", "企业名称", "单位名称"], Kind = ImportColumnKind.List, MaxLength = 120, MaxItems = PartyOrganisation.MostCovered, Width = 44, Note = "名册里的单位全称或统一社会信用代码；多家用分号隔开。" },
        new("full", "正式党员") { Aliases = ["正式党员数", "党员数", "正式党员人数"], Kind = ImportColumnKind.Number, Unit = "人", Width = 12, Note = "人数；不填姓名。" },
        new("probationary", "预备党员") { Aliases = ["预备党员数", "预备党员人数"], Kind = ImportColumnKind.Number, Unit = "人", Width = 12 },
    ]))
    {
        Unit = "个",
        LineTitle = "党组织",
        ListHref = "/party-organisations",
        PageHref = "/party-organisations/import",
        Instructions = ["只填人数，不填党员姓名和身份证号。", "覆盖单位须已在名册中；空着的单元格不改动已有的内容。", "上级写在下级前面。", "同一份文件重复上传不会产生重复数据。"],
    };

    private readonly HashSet<string> above = new(StringComparer.Ordinal);

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => (PartyOrganisation.KeyOf(details.Details.Name), "name", "党组织名称相同");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        if (above.Count == 0) above.UnionWith(await db.Set<PartyOrganisation>().Where(p => p.DistrictId == actor.WriteDistrict).Select(p => p.NameKey).ToListAsync(cancellation));
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.SelectMany(r => r.List("covers") ?? []), cancellation);
        return [.. rows.Select(row => Check(row, named))];
    }

    private Stated? Check(ImportRow row, ILookup<string, FirmDirectory.Row> named)
    {
        var name = row.Text("name");
        if (name is { Length: < 2 }) row.Reject("name", "名称太短，请写全称。");
        PartyOrganisationType? type = null;
        if (row.Text("type") is { } words)
        {
            type = TypeOf(words);
            if (type is null) row.Reject("type", $"不认识“{ImportText.Shorten(words, 20)}”，请填党委、党总支、党支部或联合党支部。");
        }

        var functional = row.Text("functional");
        if (functional is not (null or "是" or "否")) row.Reject("functional", "请填“是”或“否”。");
        var (full, probationary) = (Count("full"), Count("probationary"));
        if (functional == "是" && (full > 0 || probationary > 0)) row.Reject("full", "功能型党组织不发展党员、不转接组织关系，请把党员数留空。");
        var superior = row.Text("superior");
        if (superior is not null && (!above.Contains(PartyOrganisation.KeyOf(superior)) || (name is not null && PartyOrganisation.KeyOf(superior) == PartyOrganisation.KeyOf(name))))
            row.Reject("superior", $"没有“{ImportText.Shorten(superior, 40)}”：请先登记，或在文件里写在它的下级前面。");
        List<PartyOrganisationDetails.Covered>? covers = null;
        foreach (var text in row.List("covers") ?? [])
        {
            if (CoverageText.Find(text, named, out var problem) is { } firm) (covers ??= []).Add(new(firm.Id, firm.Name));
            else row.Reject("covers", problem);
        }

        if (row.IsRejected || name is null || type is null) return null;
        above.Add(PartyOrganisation.KeyOf(name));
        return new(new(name, type.Value, functional == "是", null, superior, full, probationary, covers?.DistinctBy(c => c.Id).ToList()), superior);

        int? Count(string key)
        {
            var number = row.Integer(key);
            if (number is < 0 or > PartyOrganisation.MostMembers) row.Reject(key, $"人数应在 0 与 {PartyOrganisation.MostMembers} 之间。");
            return row.IsRejectedFor(key) ? null : (int?)number;
        }
    }

    private static PartyOrganisationType? TypeOf(string words) => words.Replace("功能型", "", StringComparison.Ordinal) switch
    {
        "党委" or "基层党委" or "Committee" => PartyOrganisationType.Committee,
        "党总支" or "总支" or "党总支部" or "GeneralBranch" => PartyOrganisationType.GeneralBranch,
        "党支部" or "支部" or "Branch" => PartyOrganisationType.Branch,
        "联合党支部" or "联合支部" or "JointBranch" => PartyOrganisationType.JointBranch,
        _ => null,
    };
}

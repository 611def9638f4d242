using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Members of alliances as a file: its columns, and its rows checked.</summary>
public sealed class MembershipRoster(FileStore storage, FirmDirectory firms, AppDb db, Actor actor, TimeProvider clock) : ImportSource<MembershipRoster.Stated>(storage)
{
    public sealed record Stated(Guid AllianceId, string Alliance, FirmDirectory.Row Firm, DateOnly? JoinedOn, string? Note);

    public static ImportKind Kind { get; } = new("memberships", new("联盟成员", "模板可在“导入联盟成员”页面下载。",
    [
        new("member", "成员单位") { Required = true, Aliases = ["企业名称", "单位名称", "企业", "单位", "成员", "统一社会信用代码", "企业名称或代码", "名称"], MaxLength = 120, Width = 36, Note = "必填：名册里的全称或统一社会信用代码。" },
        new("alliance", "联盟") { Aliases = ["所属联盟", "联盟名称", "产业链党委"], MaxLength = Alliance.NameLimit, Width = 30, Note = "联盟名称；您只管一个联盟时可空着。" },
        new("date", "加入日期") { Aliases = ["日期", "入盟日期", "加入时间"], Kind = ImportColumnKind.Date, Width = 14, Note = "选填，例如 2025-03-01；空着按导入当天。" },
        new("note", "说明") { Aliases = ["备注", "原因", "依据"], MaxLength = 180, Width = 36, Note = "选填：会议、文件等依据。" },
    ]))
    {
        Unit = "家",
        LineTitle = "成员单位",
        ListHref = "/alliances",
        PageHref = "/memberships/import",
        Instructions = ["文件里写的是已经是成员的单位：导入后即为正式成员；已申请、已批准的转为正式成员。", "单位须已在名册中。", "同一份文件重复上传不会产生重复数据。"],
    };

    private List<Alliance>? alliances;

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => ($"{details.AllianceId}:{details.Firm.Id}", "member", "同一联盟，同一单位");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        alliances ??= await db.Set<Alliance>().AsNoTracking().Within(actor, AlliancesCapability.Act).Where(a => a.DistrictId == actor.WriteDistrict && a.State != AllianceState.Dissolved).ToListAsync(cancellation);
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.Select(r => r.Text("member")).OfType<string>(), cancellation);
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        return [.. rows.Select(row => Check(row, named, today))];
    }

    private Stated? Check(ImportRow row, ILookup<string, FirmDirectory.Row> named, DateOnly today)
    {
        var alliance = AllianceOf(row, alliances!);
        FirmDirectory.Row? firm = null;
        if (row.Text("member") is { } text)
        {
            firm = NamedMembers.Find(text, named, out var problem);
            if (firm is null) row.Reject("member", problem);
        }

        var date = row.Date("date");
        if (date > today) row.Reject("date", "加入日期不能晚于今天。");
        if (date < new DateOnly(1949, 10, 1)) row.Reject("date", "加入日期太早，请核对。");
        return row.IsRejected || alliance is null || firm is null ? null : new(alliance.Id, alliance.Name, firm, date, row.Text("note"));
    }

    internal static Alliance? AllianceOf(ImportRow row, List<Alliance> alliances)
    {
        if (row.Text("alliance") is not { } text)
        {
            if (alliances.Count == 1) return alliances[0];
            row.Reject("alliance", alliances.Count == 0 ? "您没有可以管理的联盟。" : $"请写明是哪个联盟：{string.Join("、", alliances.Take(6).Select(a => a.Name))}。");
            return null;
        }

        if (alliances.Find(a => string.Equals(a.Name, text, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        row.Reject("alliance", $"没有您可以管理的联盟“{ImportText.Shorten(text, 30)}”，请核对名称。");
        return null;
    }
}

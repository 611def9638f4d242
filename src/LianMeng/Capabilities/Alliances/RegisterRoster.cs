using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Entries of registers as a file: its columns, and its rows checked.</summary>
public sealed class RegisterRoster(FileStore storage, FirmDirectory firms, AppDb db, Actor actor) : ImportSource<RegisterRoster.Stated>(storage)
{
    public sealed record Stated(Alliance Alliance, RegisterDetails Details);

    public static ImportKind Kind { get; } = new("register-entries", new("联盟清单", "模板可在“导入清单”页面下载。",
    [
        new("title", "事项") { Required = true, Aliases = ["标题", "问题", "任务", "内容"], MaxLength = RegisterEntry.TitleLimit, Width = 40, Note = "必填，一句话。" },
        new("kind", "清单") { Aliases = ["清单类型", "类型"], MaxLength = 20, Width = 12, Choices = [.. Enum.GetValues<RegisterKind>().Select(k => ListExport.Words(k))], Note = "空着为任务清单。" },
        new("alliance", "联盟") { Aliases = ["联盟名称", "所属联盟"], MaxLength = Alliance.NameLimit, Width = 28, Note = "联盟名称；您只管一个联盟时可空着。" },
        new("owner", "责任方") { Aliases = ["责任单位", "牵头单位", "承办单位"], MaxLength = 120, Width = 30, Note = "名册里的全称或代码；空着为联盟委员会。" },
        new("deadline", "期限") { Aliases = ["完成时限", "办结时限", "截止日期"], Kind = ImportColumnKind.Date, Width = 14 },
        new("text", "说明") { Aliases = ["备注", "具体情况"], MaxLength = RegisterEntry.TextLimit, Width = 40 },
    ]))
    {
        Unit = "项",
        LineTitle = "事项",
        ListHref = "/alliances",
        PageHref = "/register-entries/import",
        Updates = false,
        SameWord = "已有",
        Instructions = ["同一联盟里清单、事项相同而未销号的，不重复登记。", "责任方须在名册中。"],
    };

    private List<Alliance>? alliances;

    protected override ImportSchema Columns => Kind.Schema;

    protected override (string Key, string Column, string Reason) TwinOf(Stated details) => ($"{details.Alliance.Id}:{details.Details.Kind}:{details.Details.Title}", "title", "同一联盟，清单和事项相同");

    protected override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        alliances ??= await db.Set<Alliance>().AsNoTracking().Within(actor, AlliancesCapability.Act).Where(a => a.DistrictId == actor.WriteDistrict && a.State != AllianceState.Dissolved).ToListAsync(cancellation);
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.Select(r => r.Text("owner")).OfType<string>(), cancellation);
        return [.. rows.Select(row => Check(row, named))];
    }

    private Stated? Check(ImportRow row, ILookup<string, FirmDirectory.Row> named)
    {
        var alliance = MembershipRoster.AllianceOf(row, alliances!);
        var title = row.Text("title");
        if (title is { Length: < 2 }) row.Reject("title", "事项太短，请写一句话。");
        var kind = RegisterKind.Action;
        if (row.Text("kind") is { } words)
        {
            var known = Enum.GetValues<RegisterKind>().Where(k => ListExport.Words(k).StartsWith(words.Replace("清单", "", StringComparison.Ordinal), StringComparison.Ordinal)).ToList();
            if (known.Count == 1) kind = known[0];
            else row.Reject("kind", $"不认识“{ImportText.Shorten(words, 20)}”，请填{string.Join("、", Enum.GetValues<RegisterKind>().Select(k => ListExport.Words(k)))}中的一个。");
        }

        Guid? owner = null;
        if (row.Text("owner") is { } text && text != "联盟委员会")
        {
            owner = NamedMembers.Find(text, named, out var problem)?.Id;
            if (owner is null) row.Reject("owner", problem);
        }

        var deadline = row.Date("deadline");
        return row.IsRejected || alliance is null || title is null ? null : new(alliance, new(kind, title, row.Text("text"), owner, null, deadline));
    }
}

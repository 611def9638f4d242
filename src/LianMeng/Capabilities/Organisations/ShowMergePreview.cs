using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Two firms side by side, field by field, before they are merged.</summary>
public sealed class ShowMergePreview(UseCaseContext context, DuplicateFinder finder, MergeTrail trail, Telephones telephones) : Show<ShowMergePreview.Input, ShowMergePreview.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>Left out: the likeliest of those that look alike.</summary>
        [Display(Name = "另一家企业")]
        public Guid? OtherId { get; set; }
    }

    /// <param name="Reasons">why they look alike, in sentences</param>
    /// <param name="MergedInto">the firm in which one of the two is found today: nothing is left to merge</param>
    public sealed record View(Side Left, Side Right, DuplicateVerdict Verdict, IReadOnlyList<string> Reasons, IReadOnlyList<Row> Rows, IReadOnlyList<Union> Lists, Guid? MergedInto);

    public sealed record Side(Guid Id, Guid Version, string Name, string? Uscc, DateTime UpdatedAt);

    /// <summary>One field of the two.</summary>
    /// <param name="Key">of the input of <see cref="MergeOrganisation"/> that takes the right one's: TakeName; null where there is nothing to choose</param>
    public sealed record Row(string Title, string? Key, string? Left, string? Right)
    {
        public bool Differs => Left is not null && Right is not null && Left != Right;
    }

    /// <summary>A list of the two: all of it stays.</summary>
    public sealed record Union(string Title, IReadOnlyList<string> Left, IReadOnlyList<string> Right);

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var other = input.OtherId ?? (await finder.OfAsync(input.Id, cancellation) is { } firm ? (await finder.FindAsync(firm.DistrictId, firm.Profile.Identity, firm.Id, cancellation)).FirstOrDefault()?.Id : null);
        var firms = await Db.WithRemoved<Organisation>().AsNoTracking().Whole().Where(o => o.Id == input.Id || o.Id == other).ToListAsync(cancellation);
        if (firms.Find(f => f.Id == input.Id) is not { } left || firms.Find(f => f.Id == other) is not { } right || left == right) return null;
        var gone = await trail.OfMergedAsync([left.Id, right.Id], cancellation);
        if (gone is null && (left.RemovedAt ?? right.RemovedAt) is not null) return null;
        var found = gone is null ? (await finder.BetweenAsync(left.Id, right.Id, cancellation)) : null;
        return new(SideOf(left), SideOf(right), found?.Verdict ?? DuplicateVerdict.New, found?.Reasons ?? [], [.. Rows(left, right)], [.. Lists(left, right)], gone?.SurvivorId);
    }

    private static Side SideOf(Organisation firm) => new(firm.Id, firm.Version, firm.Name, firm.Uscc, firm.UpdatedAt);

    private static IEnumerable<Row> Rows(Organisation a, Organisation b)
    {
        Row Of(string title, string key, Func<Organisation, string?> value) => new(title, "Take" + key, value(a), value(b));
        yield return Of("名称", nameof(Organisation.Name), o => o.Name);
        yield return Of("统一社会信用代码", nameof(Organisation.Uscc), o => o.Uscc);
        yield return Of("单位类型", nameof(Organisation.Kind), o => ListExport.Words(o.Kind));
        yield return Of("行政区划", nameof(Organisation.RegionCode), o => o.RegionCode is { } code ? $"{code} {Region.Find(code)?.Current.Name}" : null);
        yield return Of("地址", nameof(Organisation.Address), o => o.Address);
        yield return Of("园区/镇街", nameof(Organisation.Park), o => o.Park);
        yield return Of("行业", nameof(Organisation.IndustryCode), o => o.IndustryCode is { } code ? $"{code} {IndustryClass.Find(code)?.Name}" : null);
        yield return Of("从业人员", nameof(Organisation.Staff), o => o.Staff is { } staff ? $"{staff:#,##0} 人" : null);
        yield return Of("营业收入", nameof(Organisation.Revenue), o => o.Revenue is { } amount ? $"{amount:#,##0.####} 万元" : null);
        yield return Of("资产总额", nameof(Organisation.Assets), o => o.Assets is { } amount ? $"{amount:#,##0.####} 万元" : null);
        yield return Of("数据年份", nameof(Organisation.DataYear), o => o.DataYear?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return Of("所属产业链", nameof(Organisation.Chain), o => o.Chain);
    }

    private IEnumerable<Union> Lists(Organisation a, Organisation b)
    {
        foreach (var role in Enum.GetValues<ProductRole>()) yield return new(role.Title(), [.. a.ProductsOf(role)], [.. b.ProductsOf(role)]);
        yield return new("资质", [.. a.QualificationNames], [.. b.QualificationNames]);
        yield return new("联系人", [.. a.Contacts.Select(Words)], [.. b.Contacts.Select(Words)]);
        yield return new("厂区", [.. a.Sites.Select(s => s.Name)], [.. b.Sites.Select(s => s.Name)]);
    }

    private string Words(OrganisationContact contact) => $"{contact.Name} {telephones.Masked(contact.Phone)}".Trim();
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>Posts what a file lists, each row as a form would. What its firm has open in the same words already stays as it is.</summary>
public sealed class ImportListings(UseCaseContext context, ImportListingsFile file, FirmDirectory firms, FileStore storage, OperationProgress progress)
    : ImportCommand<ImportListingsFile.Stated>(context, file, storage, progress)
{
    private readonly HashSet<Guid> published = [];

    public override Access Access => Access.Needs(ListingsCapability.Post);

    public override ImportKind Kind => ImportListingsFile.Kind;

    protected override Permission? ReadBy => ListingsCapability.OnBehalf;

    protected override Guid? SentFor => Actor.May(ListingsCapability.OnBehalf) ? null : Actor.OrganisationId;

    protected override Fact Imported(string fileHash, ImportTally tally) => new ListingsImported(fileHash, tally.New, tally.Same, tally.RejectedRows);

    protected override string? Refusal()
        => Actor.WriteDistrict == DistrictIds.City ? "供需信息属于区县；请由区县专员、联盟书记或企业负责人导入。"
            : !Actor.May(ListingsCapability.OnBehalf) && Actor.OrganisationId is null ? "您的账号没有关联企业，不能导入；请联系系统管理员。"
            : null;

    protected override IEnumerable<string> Warnings(ImportTally tally)
        => tally.Same == 0 ? [] : [$"{tally.Same} 条与已有的供需信息内容相同，不重复发布，也不改动；要改期限、价格或可见范围，请打开那一条修改或续期。"];

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<ImportListingsFile.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var keys = lines.Select(l => l.Details!.Key).ToList();
        var known = await Db.Set<Listing>().Where(l => l.DistrictId == Actor.WriteDistrict && l.LiveKey != null && keys.Contains(l.LiveKey))
            .Select(l => new { Key = l.LiveKey!, l.Id }).ToDictionaryAsync(l => l.Key, l => l.Id, StringComparer.Ordinal, cancellation);
        foreach (var line in lines)
        {
            var stated = line.Details!;
            var isNew = !known.TryGetValue(stated.Key, out var id);
            var poster = stated.Firm?.Name ?? "联盟代发";
            tally.Take(new(line.Row.RowNumber, stated.Details.Title, stated.Firm?.Uscc, isNew, []) { Detail = $"{ListExport.Words(stated.Details.Kind)} · {poster}" }, isNew ? stated.Key : id.ToString());
            if (isNew && commit) await PostAsync(stated, cancellation);
        }
    }

    private async Task PostAsync(ImportListingsFile.Stated stated, CancellationToken cancellation)
    {
        var listing = Listing.Post(Actor.WriteDistrict, stated.Firm?.Id, Actor.UserId, stated.Details, draft: false, Now);
        if (stated.Firm is { } firm && listing.IsSeenBeyondDistrict && published.Add(firm.Id)) await firms.PublishAsync(firm.Id, cancellation);
        Db.Add(listing);
        Record(new ListingPosted(listing.Id, listing.OrganisationId, listing.Kind, listing.State));
    }
}

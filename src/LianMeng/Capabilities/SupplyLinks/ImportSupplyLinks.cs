using System.Globalization;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Takes declarations over, each as its form would: new ones, those to a link that the other side declared, and new figures of known ones.</summary>
public sealed class ImportSupplyLinks(UseCaseContext context, ImportSupplyLinksFile file, FileStore storage, OperationProgress progress)
    : ImportCommand<ImportSupplyLinksFile.Stated>(context, file, storage, progress)
{
    /// <summary>New links of this file that no question finds yet.</summary>
    private readonly Dictionary<(Guid, Guid, string), SupplyLink> made = [];

    public override Access Access => Access.Needs(SupplyLinksCapability.Declare);

    public override ImportKind Kind => ImportSupplyLinksFile.Kind;

    protected override Permission? ReadBy => SupplyLinksCapability.OnBehalf;

    protected override Guid? SentFor => Actor.May(SupplyLinksCapability.OnBehalf) ? null : Actor.OrganisationId;

    protected override Fact Imported(string fileHash, ImportTally tally) => new SupplyLinksImported(fileHash, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    protected override string? Refusal()
        => Actor.WriteDistrict == DistrictIds.City ? "供货关系属于区县；请由区县专员、联盟书记或企业负责人导入。"
            : !Actor.May(SupplyLinksCapability.OnBehalf) && Actor.OrganisationId is null ? "您的账号没有关联企业，不能导入；请联系系统管理员。"
            : null;

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<ImportSupplyLinksFile.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var sellers = lines.Select(l => l.Details!.Pair.Seller).Distinct().ToList();
        var buyers = lines.Select(l => l.Details!.Pair.Buyer).Distinct().ToList();
        var known = (await Db.Links().Where(l => l.State != SupplyLinkState.Withdrawn && sellers.Contains(l.SellerId) && buyers.Contains(l.BuyerId)).ToListAsync(cancellation))
            .ToDictionary(l => (l.SellerId, l.BuyerId, l.ProductKey));
        var onBehalf = Actor.May(SupplyLinksCapability.OnBehalf) && !Actor.Trusted;
        foreach (var line in lines)
        {
            var stated = line.Details!;
            var speaker = new SupplySpeaker(stated.Pair.Side, Actor.UserId, onBehalf);
            var title = $"{stated.Pair.Speaker.Name} {(stated.Pair.Side == SupplySide.Seller ? "供应" : "采购")} {stated.Product}";
            var detail = $"{(stated.Pair.Side == SupplySide.Seller ? "给" : "自")} {stated.Pair.Partner.Name}";
            if ((known.GetValueOrDefault(stated.Key) ?? made.GetValueOrDefault(stated.Key)) is { } link)
            {
                var before = link.Of(speaker.Side)?.Figures;
                var changed = link.Say(stated.Figures, speaker, Now);
                tally.Take(new(line.Row.RowNumber, title, stated.Pair.Speaker.Uscc, false, changed ? Changes(before, stated.Figures) : []) { Detail = detail }, $"{stated.Key}|{speaker.Side}");
                if (commit && changed) Record(new SupplyLinkMoved(link.Id, link.SellerId, link.BuyerId, speaker.Side, SupplyStep.Stated, onBehalf, link.State));
                continue;
            }

            link = SupplyLink.Declare(Actor.WriteDistrict, stated.Pair.Seller, stated.Pair.Buyer, stated.Product, stated.Figures, speaker, Now);
            made[stated.Key] = link;
            tally.Take(new(line.Row.RowNumber, title, stated.Pair.Speaker.Uscc, true, []) { Detail = detail }, $"{stated.Key}|{speaker.Side}");
            if (!commit) continue;
            Db.Add(link);
            Record(new SupplyLinkMoved(link.Id, link.SellerId, link.BuyerId, speaker.Side, SupplyStep.Declared, onBehalf, link.State));
        }
    }

    /// <summary>For the preview, which only the uploader sees.</summary>
    private static List<FieldChange> Changes(SupplyFigures? before, SupplyFigures after)
    {
        var changes = new List<FieldChange>();
        if (before is null) changes.Add(new("申报", "对方申报", "双方申报"));
        Add("年数量", Number(before?.Quantity, before?.Unit), Number(after.Quantity, after.Unit));
        Add("年金额", Number(before?.Value, "元"), Number(after.Value, "元"));
        Add("年份", before?.Year?.ToString(CultureInfo.InvariantCulture), after.Year?.ToString(CultureInfo.InvariantCulture));
        return changes;

        void Add(string field, string? one, string? other) { if (one != other) changes.Add(new(field, one, other)); }
    }

    private static string? Number(decimal? number, string? unit) => number is { } value ? $"{value.ToString("0.####", CultureInfo.InvariantCulture)} {unit}" : null;
}

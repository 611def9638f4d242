using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>A listing's pictures and papers: for whoever sees the listing within its district. Beyond it there is only the published projection, which has none.</summary>
internal sealed class ListingAttachments(AppDb db, Actor actor, FirmDirectory firms, TimeProvider clock) : AttachmentRule
{
    public const string KindName = "listing";

    public override string Kind => KindName;

    public override string Title => "图片和附件";

    public override string Examples => "产品照片、图纸、技术要求";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var seen = await new ListingRows(db, actor, firms).Seen(ChinaTime.Today(clock.GetUtcNow().UtcDateTime)).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellation);
        // A row of another district is only its projection: it is not among the listings themselves.
        return await db.Set<Listing>().AsNoTracking().Where(l => seen.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, l => new AttachmentSubject(l.Title, $"/listings/{l.Id}", l.OrganisationId, actor.MayChange(l)), cancellation);
    }
}

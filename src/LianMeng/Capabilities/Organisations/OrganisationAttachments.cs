using LianMeng.Capabilities.Files.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm's papers: for the firm itself, and for the officers who see its private part.</summary>
internal sealed class OrganisationAttachments(AppDb db, Actor actor) : AttachmentRule
{
    public const string KindName = "organisation";

    public override string Kind => KindName;

    public override string Title => "企业资料";

    public override string Examples => "营业执照、资质证书、产品照片、图纸";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var (all, own) = (actor.May(OrganisationsCapability.ReadPrivate), actor.OrganisationId);
        return await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id) && (all || o.Id == own)).Select(o => new { o.Id, o.Name, o.DistrictId })
            .ToDictionaryAsync(o => o.Id, o => new AttachmentSubject(o.Name, $"/organisations/{o.Id}", o.Id,
                o.DistrictId == actor.WriteDistrict && (o.Id == own || actor.May(OrganisationsCapability.Change))), cancellation);
    }
}

using LianMeng.Capabilities.Files.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>An alliance's documents: approvals, rules, minutes. For those who see its inside.</summary>
internal sealed class AllianceAttachments(AppDb db, Actor actor) : AttachmentRule
{
    public const string KindName = "alliance";

    public override string Kind => KindName;

    public override string Title => "批复、制度等文件";

    public override string Examples => "批复原件、章程、制度、会议纪要";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        => (await db.Set<Alliance>().AsNoTracking().Within(actor, AlliancesCapability.Oversee).Where(a => ids.Contains(a.Id)).ToListAsync(cancellation))
            .ToDictionary(a => a.Id, a => new AttachmentSubject(a.Name, $"/alliances/{a.Id}", null, a.DistrictId == actor.WriteDistrict && actor.MayIn(a.Id, AlliancesCapability.Act)));
}

using LianMeng.Capabilities.Files.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Photos of the place, letters, replies: whoever sees the difficulty reads them; the firms, the units and the secretary bring them.</summary>
internal sealed class DifficultyAttachments(AppDb db, Actor actor) : AttachmentRule
{
    public const string KindName = "difficulty";

    public override string Kind => KindName;

    public override string Title => "照片和材料";

    public override string Examples => "现场照片、来往函件、答复材料";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (!actor.May(DifficultiesCapability.Read)) return new Dictionary<Guid, AttachmentSubject>();
        var seen = await db.Set<Difficulty>().AsNoTracking().SeenBy(actor).Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Number, d.Title, d.DistrictId, d.State, Firms = d.Beneficiaries.Select(b => b.OrganisationId).ToList() }).ToListAsync(cancellation);
        var own = actor.FirmsFor(DifficultiesCapability.Speak);
        // A firm's photo takes the firm's space; what units and secretaries bring takes nobody's.
        return seen.ToDictionary(d => d.Id, d => new AttachmentSubject($"{d.Number} {d.Title}", $"/difficulties/{d.Id}", d.Firms.Where(own.Contains).Select(f => (Guid?)f).FirstOrDefault(), d.DistrictId == actor.WriteDistrict && d.State.IsOpen()));
    }
}

using LianMeng.Capabilities.Files.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Contracts and delivery notes: for the people of the two firms alone. Officers see stages and amounts, not what stands in the papers.</summary>
internal sealed class DealAttachments(AppDb db, Actor actor) : AttachmentRule
{
    public const string KindName = "deal";

    public override string Kind => KindName;

    public override string Title => "合作文件（只有双方可见）";

    public override string Examples => "合同、送货单、验收单、付款凭证";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var own = actor.FirmsFor(DealsCapability.Confirm);
        if (own.Count == 0) return new Dictionary<Guid, AttachmentSubject>();
        var deals = await db.Set<Deal>().AsNoTracking().Where(d => ids.Contains(d.Id) && (own.Contains(d.SellerId) || own.Contains(d.BuyerId)))
            .Select(d => new { d.Id, d.Title, d.DistrictId, d.SellerId, d.BuyerId, d.Condition }).ToListAsync(cancellation);
        // A file takes the space of the firm whose person brought it.
        return deals.ToDictionary(d => d.Id, d => new AttachmentSubject(d.Title, $"/deals/{d.Id}", own.Contains(d.SellerId) ? d.SellerId : d.BuyerId, d.DistrictId == actor.WriteDistrict && d.Condition != DealCondition.Void));
    }
}

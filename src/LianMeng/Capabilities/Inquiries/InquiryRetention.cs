using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Prices that were quoted long ago serve nobody; that an inquiry took place stays in the ledger.</summary>
internal sealed class InquiryRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Inquiries", Group, "已结束的询价", "询价结束或过期后，它的各行和报价保存多久；发生过询价留在账本里。", "天", 1095, 90, 3650);

    public override Setting Keep => Days;
    public override string Title => "询价";
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before) => db.Set<Inquiry>().Where(i => i.DistrictId == districtId && i.EndedAt != null && i.EndedAt < before).OrderBy(i => i.EndedAt);
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Notices;

internal sealed class NoticeRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Notices", Group, "消息", "消息发出后保存多久，读过没有都一样；事情本身的经过留在账本里。", "天", 365, 30, 3650);

    public override Setting Keep => Days;
    public override string Title => "消息";
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before) => db.Set<Notice>().Where(n => n.DistrictId == districtId && n.At < before).OrderBy(n => n.At);
}

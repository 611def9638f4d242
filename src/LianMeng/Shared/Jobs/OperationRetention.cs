using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Shared.Jobs;

internal sealed class OperationRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Operations", Group, "后台处理记录", "导入等后台处理结束后，其结果页还能看多久。", "天", 365, 30, 3650);

    public override Setting Keep => Days;
    public override string Title => "后台处理记录";
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before) => db.Set<Operation>().Where(o => o.DistrictId == districtId && o.FinishedAt < before).OrderBy(o => o.FinishedAt);
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Matching;

internal sealed class PoorQuestionRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:PoorQuestions", Group, "没有好结果的查找", "最后一次有人这样找以后保存多久；只记找什么、多少次，不记谁找的。", "天", 180, 30, 1095);

    public override Setting Keep => Days;
    public override string Title => "没有好结果的查找";

    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before)
    {
        var day = ChinaTime.Today(before);
        return db.Set<PoorQuestion>().Where(q => q.DistrictId == districtId && q.LastDay < day).OrderBy(q => q.LastDay);
    }
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Shared.UseCases;

internal sealed class ReceiptRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Receipts", Group, "提交回执", "重复提交在这段时间内被认出、不会做两次；之后同一编号视为新的提交。", "天", 30, 7, 3650);

    public override Setting Keep => Days;
    public override string Title => "提交回执";
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before) => db.Set<Receipt>().Where(r => r.DistrictId == districtId && r.At < before).OrderBy(r => r.At);
}

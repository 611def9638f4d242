using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Accounts;

/// <summary>A challenge runs out after minutes; that it was answered need not be known for longer.</summary>
internal sealed class SpentTicketRetention : RetentionRule
{
    public override Setting Keep => SessionRetention.Days;
    public override string Title => "用过的通行密钥问询";
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before) => db.Set<SpentTicket>().Where(t => districtId == DistrictIds.City && t.At < before).OrderBy(t => t.At);
}

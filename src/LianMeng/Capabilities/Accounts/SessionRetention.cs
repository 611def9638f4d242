using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Sessions belong to no district; their sightings go with them.</summary>
internal sealed class SessionRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Sessions", Group, "登录记录", "已结束或很久没用的登录在“登录设备”里还能看多久。", "天", 30, 1, 3650);

    public override Setting Keep => Days;
    public override string Title => "登录记录";

    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before)
        => db.Set<UserSession>().Where(s => districtId == DistrictIds.City
            && (s.EndedAt < before || db.Set<SessionSighting>().Any(seen => seen.Id == s.Id && seen.LastSeenAt < before))).OrderBy(s => s.StartedAt);
}

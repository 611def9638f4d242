using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Invitations hold names; the ledger keeps that there was one. None is open for longer than 60 days, and the shortest keeping is longer.</summary>
internal sealed class InvitationRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:Invitations", Group, "邀请", "发出已久的邀请在“邀请”里还能看多久；账本里的记录一直保留。", "天", 365, 90, 3650);

    public override Setting Keep => Days;
    public override string Title => "邀请";

    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before)
        => db.Set<Invitation>().Where(i => districtId == DistrictIds.City && i.At < before).OrderBy(i => i.At);
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm entered the register.</summary>
public sealed record OrganisationRegistered(Guid OrganisationId, DataSource Source) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => Source == DataSource.Roster ? "由名册导入，登记单位" : "登记单位";
}

/// <summary>A firm's data changed, field by field.</summary>
public sealed record OrganisationChanged(Guid OrganisationId, DataSource Source, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => Source == DataSource.Roster ? "由名册导入，更新资料" : "更新资料";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A firm left the register.</summary>
public sealed record OrganisationRemoved(Guid OrganisationId, string? Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => Reason is null ? "移出名册" : $"移出名册（{Reason}）";
}

/// <summary>A roster was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record RosterImported(string FileHash, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入企业名册：新增 {New}，更新 {Changed}，无变化 {Same}，退回 {Rejected}";
}

/// <summary>Somebody saw the contact's telephone whole.</summary>
public sealed record TelephoneShown(Guid OrganisationId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => "查看联系电话";
}

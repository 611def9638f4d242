using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

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

/// <summary>A product, a qualification, a contact or a site came, changed or went. Of prices, purchases and persons only that they changed.</summary>
public sealed record OrganisationLineChanged(Guid OrganisationId, OrganisationPart Part, LineStep Step, Guid LineId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => $"更新单位明细：{ListExport.Words(Step)}{ListExport.Words(Part)}";
    public override IReadOnlyList<FieldChange> Details => Changes ?? [];
}

/// <summary>A file of products, qualifications, contacts or sites was taken over: the file by its hash, and what came of its rows.</summary>
/// <param name="List">which: the key of the import</param>
public sealed record FirmLinesImported(string FileHash, string List, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入单位明细：新增 {New}，更新 {Changed}，无变化 {Same}，退回 {Rejected}";
}

/// <summary>Somebody said that everything is as it stands.</summary>
public sealed record OrganisationConfirmed(Guid OrganisationId, bool ByItself) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => $"确认资料（{(ByItself ? "本单位" : "主管单位")}）";
}

/// <summary>The people of these organisations were asked to look their data over.</summary>
public sealed record OrganisationsReminded(IReadOnlyList<Guid> OrganisationIds) : Fact
{
    public override IReadOnlyList<Guid> Subjects => OrganisationIds;
    public override string Words => "提醒核对资料";
}

/// <summary>A firm asked for another name, code or region.</summary>
public sealed record ChangeRequested(Guid RequestId, Guid OrganisationId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, RequestId];
    public override string Words => "申请变更登记事项";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>What a firm asked for was approved, refused or taken back.</summary>
public sealed record ChangeRequestDecided(Guid RequestId, Guid OrganisationId, ChangeRequestState State, string? Answer) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, RequestId];
    public override string Words => $"变更申请有了结果：{ListExport.Words(State)}{(Answer is null ? "" : $"（{Answer}）")}";
}

/// <summary>Somebody saw the contact's telephone whole.</summary>
public sealed record TelephoneShown(Guid OrganisationId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId];
    public override string Words => "查看联系电话";
}

using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>A Party organisation was written down; it covers these organisations.</summary>
public sealed record PartyOrganisationRegistered(Guid PartyOrganisationId, PartyOrganisationType Type, bool IsFunctional, IReadOnlyList<Guid> Covers) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [PartyOrganisationId, .. Covers];
    public override string Words => $"登记党组织：{(IsFunctional ? "功能型" : "")}{ListExport.Words(Type)}，覆盖 {Covers?.Count ?? 0} 家单位";
}

/// <summary>What is known of a Party organisation changed; the organisations it covers now, or covered until now.</summary>
public sealed record PartyOrganisationChanged(Guid PartyOrganisationId, IReadOnlyList<Guid> Touched, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [PartyOrganisationId, .. Touched];
    public override string Words => "修改党组织资料";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A Party organisation was dissolved.</summary>
public sealed record PartyOrganisationRemoved(Guid PartyOrganisationId, IReadOnlyList<Guid> Covered, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [PartyOrganisationId, .. Covered];
    public override string Words => $"撤销党组织：{Reason}";
}

/// <summary>A file of Party organisations was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record PartyOrganisationsImported(string FileHash, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入党组织：新增 {New}，变更 {Changed}，未变 {Same}，退回 {Rejected}";
}

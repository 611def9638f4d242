using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>One side did something with a link. It stands on the link's timeline alone: a firm's own page is read by more people than may know whom it deals with. No figure, no reason.</summary>
public sealed record SupplyLinkMoved(Guid LinkId, Guid SellerId, Guid BuyerId, SupplySide Side, SupplyStep Step, bool OnBehalf, SupplyLinkState State) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [LinkId];

    public override string Words => $"供货关系：{(OnBehalf ? "代" : "")}{ListExport.Words(Side)}{ListExport.Words(Step)}，{ListExport.Words(State)}";
}

/// <summary>A file of links was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record SupplyLinksImported(string FileHash, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入供货关系：新增 {New}，变更 {Changed}，未变 {Same}，退回 {Rejected}";
}

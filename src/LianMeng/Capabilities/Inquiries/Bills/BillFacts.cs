using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>A firm made a bill, or changed it. Not whose, and nothing of what is in it: the ledger is read by auditors.</summary>
public sealed record BillKept(Guid BillId, BillChange Change, int Lines) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [BillId];

    public override string Words => Change switch
    {
        BillChange.Made => $"新建物料清单（{Lines} 行）",
        BillChange.Renamed => "修改物料清单名称",
        BillChange.LineAdded => $"物料清单增加一行（共 {Lines} 行）",
        BillChange.LineChanged => "修改物料清单的一行",
        BillChange.LineRemoved => $"物料清单删去一行（剩 {Lines} 行）",
        _ => "删除物料清单",
    };
}

/// <summary>A file was taken over as a bill, and what came of its rows. Not the file's hash: it would tell two who import the same bill of each other.</summary>
public sealed record BillImported(Guid BillId, int New, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [BillId];
    public override string Words => $"导入物料清单：新增 {New} 行，退回 {Rejected} 行";
}

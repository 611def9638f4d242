using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Jobs;

/// <summary>How far a running operation is, for whoever looks from whichever node. Gone when it is finished.</summary>
public sealed class OperationGauge : IDistrictOwned, IBookkeeping
{
    public const int StageLimit = 100;

    private OperationGauge() { }

    /// <summary>The operation's id.</summary>
    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public int Done { get; private set; }

    /// <summary>0 while it is not known.</summary>
    public int Total { get; private set; }
    public string Stage { get; private set; } = "";

    public static OperationGauge Of(Guid operationId) => new() { Id = operationId };

    public void Show(int done, int total, string stage)
    {
        Done = done;
        Total = total;
        Stage = stage.Length <= StageLimit ? stage : stage[..StageLimit];
    }
}

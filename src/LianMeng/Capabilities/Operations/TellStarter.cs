using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Whoever started an operation is told when it has ended.</summary>
public sealed class TellStarter : Reaction
{
    public override string Name => "operations.tell-starter";

    public override string Title => "告诉发起人：后台处理已结束";

    public override bool Wants(Fact fact) => fact is OperationMoved { State: OperationState.Done or OperationState.Failed };

    public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
    {
        var id = ((OperationMoved)fact).OperationId;
        var starter = await services.GetRequiredService<AppDb>().Set<Operation>().Where(o => o.Id == id).Select(o => o.StartedBy).SingleAsync(cancellation);
        var districts = await services.GetRequiredService<PeopleOf>().DistrictsAsync([starter], cancellation);
        return [.. districts.Values.Select(district => new ReactionWork(district, typeof(TellOperationEnded), new TellOperationEnded.Input { Id = id }))];
    }
}

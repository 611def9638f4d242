using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Matching;

/// <summary>What whoever may look for counterparts can do when nothing waits.</summary>
internal sealed class MatchingWork(Actor actor) : WorkSource
{
    public override int Order => 20;

    public override Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.May(MatchingCapability.Search)) board.Suggest("可以在上方写一句需要什么，找找本地的供应方。");
        return Task.CompletedTask;
    }
}

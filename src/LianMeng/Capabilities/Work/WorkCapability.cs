using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Work;

/// <summary>"My work": the home page of every role.</summary>
public sealed class WorkCapability : Capability
{
    public override string Title => "我的工作";

    public override IReadOnlyList<MenuLine> Menu => [new("我的工作", "/", "home", "", 10, Access.SignedIn)];

    public override void MapEndpoints(UseCaseEndpoints api) => api.Get<ShowWork>("/api/work", "我的工作");
}

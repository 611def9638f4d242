using LianMeng.Capabilities.Operations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;

namespace LianMeng.Capabilities.Operations;

/// <summary>Long work that somebody started: how far it is, and what came of it.</summary>
public sealed class OperationsCapability : Capability
{
    public override string Title => "后台处理";

    public override IReadOnlyList<MenuLine> Menu => [];

    public override void AddServices(IServiceCollection services) => services.AddWorkSource<OperationsWork>();

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListOperations>("/api/operations", "我的后台处理");
        api.Get<ShowOperation>("/api/operations/{id}", "后台处理的进度和结果");
    }
}

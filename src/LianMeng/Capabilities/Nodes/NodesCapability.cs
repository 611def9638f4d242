using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Nodes;

/// <summary>The processes that run the program, and how the one that answers is doing.</summary>
public sealed class NodesCapability : Capability
{
    public static readonly Permission Read = new("process.read", "查看运行概况", Role.SystemAdministrator);

    public override string Title => "运行概况";

    public override IReadOnlyList<Permission> Permissions => [Read];

    public override IReadOnlyList<MenuLine> Menu => [new("运行概况", "/process", "chart-bar", "管理", 94, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StorageReader>();
        services.AddHostedService<NodeHeart>();
        services.AddWorkSource<DiskWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api) => api.Get<ShowProcess>("/api/process", "运行概况");
}

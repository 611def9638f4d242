using LianMeng.Capabilities.Operations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Operations;

/// <summary>Long work that somebody started, and what the machine does by itself: how far it is, and what came of it.</summary>
public sealed class OperationsCapability : Capability
{
    public static readonly Permission Manage = new("jobs.manage", "查看和处理后台任务", Role.SystemAdministrator);

    public override string Title => "后台处理";

    public override IReadOnlyList<Permission> Permissions => [Manage];

    public override IReadOnlyList<MenuLine> Menu => [new("后台任务", "/jobs", "clock", "管理", 93, Access.Needs(Manage))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddReaction<TellStarter>();
        services.AddWorkSource<OperationsWork>();
        services.AddWorkSource<DeadLettersWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListOperations>("/api/operations", "我的后台处理");
        api.Get<ShowOperation>("/api/operations/{id}", "后台处理的进度和结果");
        api.List<ListDeliveries>("/api/jobs/deliveries", "未完成的投递");
        api.Post<RetryDelivery>("/api/jobs/deliveries/{id}/retry", "重试投递");
        api.Post<DiscardDelivery>("/api/jobs/deliveries/{id}/discard", "放弃投递");
        api.Get<ShowJobs>("/api/jobs", "定时任务");
        api.Post<RunJobNow>("/api/jobs/run", "立即补跑定时任务");
        api.List<ListJobRuns>("/api/jobs/runs", "定时任务的运行记录");
        api.Post<RetryJobRun>("/api/jobs/runs/{id}/retry", "重试定时任务");
        api.Post<DiscardJobRun>("/api/jobs/runs/{id}/discard", "放弃定时任务");
    }
}

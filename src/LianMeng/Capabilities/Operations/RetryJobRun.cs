using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Has a run of a scheduled job tried again at once; its attempts are counted afresh.</summary>
public sealed class RetryJobRun(UseCaseContext context) : Command<RetryJobRun.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var run = await Db.Set<JobRun>().FirstOrDefaultAsync(r => r.Id == input.Id && r.FinishedAt == null, cancellation);
        if (run is null) return Outcome<Guid>.NotFound("这次运行已经完成，或已被放弃。");
        run.Retry(Now);
        Record(new JobRunRetried(run.Id, run.Job, run.Due));
        return Outcome<Guid>.Done(run.Id);
    }
}

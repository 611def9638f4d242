using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Gives a run of a scheduled job up for good; the ledger keeps who did and why.</summary>
public sealed class DiscardJobRun(UseCaseContext context) : Command<DiscardJobRun.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "放弃的原因"), Required, StringLength(200, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var run = await Db.Set<JobRun>().FirstOrDefaultAsync(r => r.Id == input.Id && r.FinishedAt == null, cancellation);
        if (run is null) return Outcome<Guid>.NotFound("这次运行已经完成，或已被放弃。");
        run.Discard(Now);
        Record(new JobRunDiscarded(run.Id, run.Job, run.Due, input.Reason!));
        return Outcome<Guid>.Done(run.Id);
    }
}

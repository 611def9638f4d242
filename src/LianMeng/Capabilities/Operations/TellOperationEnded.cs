using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Tells the starter of an operation how it ended.</summary>
public sealed class TellOperationEnded(UseCaseContext context, NoticeWriter notices) : Command<TellOperationEnded.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var operation = await Db.Set<Operation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (operation is null) return Outcome<Guid>.NotFound();
        var draft = operation.State == OperationState.Failed
            ? new NoticeDraft(operation.StartedBy, NoticeKind.OperationFailed, $"处理失败：{operation.Title}", operation.Failure ?? "", $"/operations/{operation.Id}", operation.Id, $"operation:{operation.Id}")
            : new NoticeDraft(operation.StartedBy, NoticeKind.OperationDone, $"处理完成：{operation.Title}", "结果可以查看了。", $"/operations/{operation.Id}", operation.Id, $"operation:{operation.Id}");
        await notices.TellAsync(draft, cancellation);
        return Outcome<Guid>.Done(operation.Id);
    }
}

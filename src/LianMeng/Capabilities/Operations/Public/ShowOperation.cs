using System.Text.Json;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations.Public;

/// <summary>One's own operation: state, progress, result.</summary>
public sealed class ShowOperation(UseCaseContext context) : Show<ShowOperation.Input, ShowOperation.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="Total">0 while it is not known.</param>
    public sealed record View(Guid Id, string Title, string UseCase, OperationState State, int Done, int Total, string? Stage, JsonElement? Result, string? Failure, DateTime StartedAt, DateTime? FinishedAt);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var operation = await Db.Set<Operation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == input.Id && o.StartedBy == Actor.UserId, cancellation);
        if (operation is null) return null;
        var gauge = operation.IsFinished ? null : await Db.Set<OperationGauge>().AsNoTracking().FirstOrDefaultAsync(g => g.Id == input.Id, cancellation);
        return new(operation.Id, operation.Title, operation.UseCase, operation.State, gauge?.Done ?? 0, gauge?.Total ?? 0, gauge?.Stage,
            operation.Result is null ? null : JsonSerializer.Deserialize<JsonElement>(operation.Result), operation.Failure, operation.StartedAt, operation.FinishedAt);
    }
}

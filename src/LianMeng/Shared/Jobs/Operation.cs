using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Jobs;

public enum OperationState
{
    [Display(Name = "等待中")] Waiting,
    [Display(Name = "进行中")] Running,
    [Display(Name = "已完成")] Done,
    [Display(Name = "失败")] Failed,
}

/// <summary>
/// Long work that a person started and may leave: a use case with its input, run in the background with that person's rights
/// as they are then. Its id is the use case's idempotency key, so that after a crash it runs again and does nothing twice.
/// </summary>
public sealed class Operation : IDistrictOwned, IVersioned
{
    private Operation() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid StartedBy { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Type name of the command.</summary>
    public string UseCase { get; private set; } = "";
    public string Input { get; private set; } = "";
    public OperationState State { get; private set; }

    /// <summary>The command's result as JSON when it is done.</summary>
    public string? Result { get; private set; }

    /// <summary>What went wrong, in words for the person.</summary>
    public string? Failure { get; private set; }

    /// <summary>How often a node took it up.</summary>
    public int Attempts { get; private set; }

    public DateTime StartedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>A node that died may have died of it: it is not tried for ever.</summary>
    public const int MostAttempts = 3;

    public bool IsFinished => State is OperationState.Done or OperationState.Failed;

    public static Operation Start(Guid startedBy, string title, string useCase, string input, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        StartedBy = startedBy,
        Title = title,
        UseCase = useCase,
        Input = input,
        StartedAt = now,
    };

    public void Run()
    {
        State = OperationState.Running;
        Attempts++;
    }

    public void Finish(string result, DateTime now)
    {
        State = OperationState.Done;
        Result = result;
        FinishedAt = now;
    }

    public void Fail(string why, DateTime now)
    {
        State = OperationState.Failed;
        Failure = why;
        FinishedAt = now;
    }
}

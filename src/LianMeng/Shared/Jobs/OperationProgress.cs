namespace LianMeng.Shared.Jobs;

/// <summary>Where a use case says how far it is; who listens depends on the scope (an operation's page, the console, nobody).</summary>
public class OperationProgress
{
    public Action<int, int, string>? Listener { get; set; }

    public virtual void Report(int done, int total, string stage) => Listener?.Invoke(done, total, stage);
}

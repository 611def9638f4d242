using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Work;

/// <summary>What waits for the actor, what changed, then their figures: gathered from the sources of the capabilities, each of which counts its own records.</summary>
public sealed class ShowWork(UseCaseContext context, IEnumerable<WorkSource> sources) : Show<ShowWork.Input, ShowWork.View>(context)
{
    private const int MostChanges = 12;

    public sealed class Input;

    /// <param name="Waiting">The most urgent first, then by due date; without one last.</param>
    /// <param name="Changes">The latest first.</param>
    /// <param name="Suggestion">What one might do when nothing waits.</param>
    public sealed record View(
        IReadOnlyList<WaitingView> Waiting, IReadOnlyList<WorkBoard.Change> Changes, IReadOnlyList<WorkBoard.Figure> Figures, IReadOnlyList<WorkBoard.Need> Needs,
        IReadOnlyList<WorkBoard.Action> Actions, WorkBoard.Guide? Guide, string? Suggestion);

    /// <param name="Clock">The due date in words: 还有 3 天.</param>
    public sealed record WaitingView(string Title, string Text, string Href, WorkUrgency Urgency, DateOnly? Due, string? Clock);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var board = new WorkBoard();
        foreach (var source in sources.OrderBy(s => s.Order)) await source.AddAsync(board, cancellation);
        var today = DateOnly.FromDateTime(ChinaTime.Local(Now));
        return new(
            [.. board.AllWaiting.OrderByDescending(w => w.Urgency).ThenBy(w => w.Due ?? DateOnly.MaxValue)
                .Select(w => new WaitingView(w.Title, w.Text, w.Href, w.Urgency, w.Due, w.Due is { } due ? DueWords.Of(due, today) : null))],
            [.. board.AllChanges.OrderByDescending(c => c.At).Take(MostChanges)],
            board.AllFigures, board.AllNeeds, board.AllActions, board.FirstSteps, board.Suggestion);
    }
}

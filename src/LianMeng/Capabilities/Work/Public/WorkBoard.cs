namespace LianMeng.Capabilities.Work.Public;

/// <summary>Collects what the sources say; the page sorts and shows it.</summary>
public sealed class WorkBoard
{
    /// <param name="Due">The day by which, in China; null when nothing presses.</param>
    public sealed record Waiting(string Title, string Text, string Href, WorkUrgency Urgency, DateOnly? Due = null);

    /// <param name="At">UTC: when it became so.</param>
    public sealed record Change(string Title, string Text, string Href, DateTime At);

    /// <param name="Definition">How it is counted, in one sentence.</param>
    public sealed record Figure(string Label, int Value, string Unit, string Href, string Definition);

    /// <summary>What the actor's own firm buys: a way to its local makers.</summary>
    public sealed record Need(string Product);

    /// <param name="Icon">A name in build/icons.txt.</param>
    public sealed record Action(string Title, string Href, string Icon);

    /// <summary>First steps where there is nothing yet: each begins with a link.</summary>
    public sealed record Guide(string Title, IReadOnlyList<Step> Steps);

    /// <param name="Link">Words of the link; null when the step is only words.</param>
    public sealed record Step(string Text, string? Link = null, string? Href = null);

    private readonly List<Waiting> waiting = [];
    private readonly List<Change> changes = [];
    private readonly List<Figure> figures = [];
    private readonly List<Need> needs = [];
    private readonly List<Action> actions = [];

    internal IReadOnlyList<Waiting> AllWaiting => waiting;
    internal IReadOnlyList<Change> AllChanges => changes;
    internal IReadOnlyList<Figure> AllFigures => figures;
    internal IReadOnlyList<Need> AllNeeds => needs;
    internal IReadOnlyList<Action> AllActions => actions;
    internal Guide? FirstSteps { get; private set; }
    internal string? Suggestion { get; private set; }

    /// <summary>等我处理.</summary>
    public void Wait(Waiting line) => waiting.Add(line);

    /// <summary>有新变化: news that asks for nothing.</summary>
    public void Tell(Change line) => changes.Add(line);

    /// <summary>数字.</summary>
    public void Count(Figure figure) => figures.Add(figure);

    public void Buy(Need need) => needs.Add(need);

    /// <summary>A button at the head of the page; the first is the main one.</summary>
    public void Offer(Action action) => actions.Add(action);

    /// <summary>The first source that has a guide shows it.</summary>
    public void Begin(Guide guide) => FirstSteps ??= guide;

    /// <summary>What one might do when nothing waits.</summary>
    public void Suggest(string text) => Suggestion ??= text;
}

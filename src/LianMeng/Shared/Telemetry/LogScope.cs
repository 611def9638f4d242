using System.Collections;
using LianMeng.Shared.Access;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// What every log line of one piece of work says beside its message: which use case, on whose behalf, by ids. One for a request
/// or a background work, told by the use cases inside; what broke stays named until the end, because that is where it is logged.
/// </summary>
public sealed class LogScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    public const string UseCaseKey = "UseCase";
    public const string ActorKey = "Actor";
    public const string WorkKey = "Work";

    private static readonly AsyncLocal<LogScope?> Current = new();

    private string? useCase;
    private string? actor;
    private string? work;
    private bool kept;

    private LogScope() { }

    private IEnumerable<KeyValuePair<string, object?>> Named
    {
        get
        {
            if (useCase is not null) yield return new(UseCaseKey, useCase);
            if (actor is not null) yield return new(ActorKey, actor);
            if (work is not null) yield return new(WorkKey, work);
        }
    }

    public int Count => Named.Count();

    public KeyValuePair<string, object?> this[int index] => Named.ElementAt(index);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Named.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For loggers that write a scope as text.</summary>
    public override string ToString() => string.Join(' ', Named.Select(n => $"{n.Key}:{n.Value}"));

    /// <summary>The scope of the work that goes on, or a new one.</summary>
    internal static Entered Enter(ILogger logger)
    {
        if (Current.Value is { } going) return new(going, null, isOutermost: false);
        var scope = new LogScope();
        Current.Value = scope;
        return new(scope, logger.BeginScope(scope), isOutermost: true);
    }

    /// <summary>A part of the work; what it said of itself is taken back at its end.</summary>
    public sealed class Entered : IDisposable
    {
        private readonly LogScope scope;
        private readonly IDisposable? opened;
        private readonly bool isOutermost;
        private readonly (string?, string?, string?) before;

        internal Entered(LogScope scope, IDisposable? opened, bool isOutermost)
        {
            this.scope = scope;
            this.opened = opened;
            this.isOutermost = isOutermost;
            before = (scope.useCase, scope.actor, scope.work);
        }

        internal Entered UseCase(string name, Actor actor)
        {
            // What is done after something broke (an answer, a mark on the row) does not cover its name.
            if (!scope.kept) (scope.useCase, scope.actor) = (name, actor.Key);
            return this;
        }

        internal Entered Work(string what)
        {
            scope.work = what;
            return this;
        }

        internal void Keep() => scope.kept = true;

        public void Dispose()
        {
            if (!scope.kept) (scope.useCase, scope.actor, scope.work) = before;
            opened?.Dispose();
            if (isOutermost) Current.Value = null;
        }
    }
}

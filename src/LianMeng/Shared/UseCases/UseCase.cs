using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Limits;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// The root of everything anybody does. A page, an API call, a CLI verb and a job run the same class.
/// </summary>
public abstract class UseCase(UseCaseContext context)
{
    /// <summary>Who may run it. It must not depend on the instance: the access manifest reads it from an uninitialised object.</summary>
    public abstract Access.Access Access { get; }

    /// <summary>How often one person may run it; null: as often as requests may come.</summary>
    public virtual Budget? Budget => null;

    protected UseCaseContext Context => context;
    protected AppDb Db => context.Db;
    protected Actor Actor => context.Actor;

    /// <summary>UTC now.</summary>
    protected DateTime Now => context.Clock.GetUtcNow().UtcDateTime;

    /// <returns>the outcome for whoever has spent the budget, or null</returns>
    private protected Outcome<T>? Spend<T>(Budget? budget)
        => budget is not null && context.Services.GetRequiredService<Budgets>().Spend(budget, context.Actors) is var (wait, message)
            ? Outcome<T>.TooMany(message, wait)
            : null;

    /// <summary>Runs it under its name: a span, a duration with the outcome, a name in the log. Its input is told nowhere.</summary>
    private protected async Task<Outcome<T>> MeasuredAsync<T>(Func<Task<Outcome<T>>> run)
    {
        using var measured = context.Instruments.UseCase(GetType().Name, Actor);
        try
        {
            var outcome = await run();
            measured.Came(outcome.Kind.ToString());
            return outcome;
        }
        catch (Exception e) when (measured.Broke(e))
        {
            throw;
        }
    }
}

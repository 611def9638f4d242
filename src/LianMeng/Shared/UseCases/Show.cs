namespace LianMeng.Shared.UseCases;

/// <summary>A question with one answer: a record's page, a match, a count. Same access rule, no writing.</summary>
public abstract class Show<TInput, TView>(UseCaseContext context) : UseCase(context)
    where TInput : class
{
    /// <summary>The answer, or null when there is none within the actor's scope.</summary>
    protected abstract Task<TView?> LoadAsync(TInput input, CancellationToken cancellation);

    public Task<Outcome<TView>> RunAsync(TInput input, CancellationToken cancellation = default)
        => MeasuredAsync(() => AnswerAsync(input, cancellation));

    private async Task<Outcome<TView>> AnswerAsync(TInput input, CancellationToken cancellation)
    {
        if (!Access.Allows(Actor)) return Outcome<TView>.Denied();
        var errors = InputValidator.Validate(input);
        if (errors.Count > 0) return Outcome<TView>.Invalid(errors);
        if (Spend<TView>(Budget) is { } spent) return spent;
        return await LoadAsync(input, cancellation) is { } view ? Outcome<TView>.Done(view) : Outcome<TView>.NotFound();
    }
}

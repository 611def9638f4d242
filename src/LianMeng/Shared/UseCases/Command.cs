using System.Text.Json;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// A use case that changes something. The base runs access → validation → <see cref="HandleAsync"/> → one save with its facts;
/// the order cannot be changed by a derived class.
/// </summary>
public abstract class Command<TInput, TResult>(UseCaseContext context) : UseCase(context), IJsonCommand
    where TInput : class
{
    /// <summary>Load → ask the entity → <see cref="Record"/> facts. Nothing is saved here.</summary>
    protected abstract Task<Outcome<TResult>> HandleAsync(TInput input, CancellationToken cancellation);

    /// <summary>
    /// An invariant across rows that no unique index can keep: commands that give the same name run one after another, on all
    /// nodes, from before the first load until after the save.
    /// </summary>
    protected virtual string? LockName(TInput input) => null;

    /// <summary>
    /// Whether the outcome is kept for a double submit. Not where it is a secret that is shown once: a receipt would keep it
    /// readable; the second submit is then refused by what the first one did.
    /// </summary>
    protected virtual bool KeepsReceipt => true;

    /// <summary>What a breach of a unique index means in this use case's words.</summary>
    protected virtual Outcome<TResult> OnDuplicate() => Outcome<TResult>.Refused("已有相同的记录，请先查询后再提交。");

    /// <param name="idempotencyKey">the same key by the same actor gives the first outcome again and does nothing twice</param>
    public Task<Outcome<TResult>> RunAsync(TInput input, string? idempotencyKey = null, CancellationToken cancellation = default)
        => MeasuredAsync(() => DoAsync(input, idempotencyKey, cancellation));

    private async Task<Outcome<TResult>> DoAsync(TInput input, string? idempotencyKey, CancellationToken cancellation)
    {
        var outermost = Context.Enter();
        try
        {
            if (!Access.Allows(Actor))
                return await DenyAsync(outermost, cancellation);

            var errors = InputValidator.Validate(input);
            if (idempotencyKey is { Length: 0 or > Receipt.KeyLimit } || (idempotencyKey is not null && InputValidator.HasUnstorable(idempotencyKey)))
                errors["idempotencyKey"] = [$"提交编号（Idempotency-Key）应为 1–{Receipt.KeyLimit} 个字符。"];
            if (errors.Count > 0)
                return Outcome<TResult>.Invalid(errors);

            if (outermost && Spend<TResult>(Budget) is { } spent)
                return spent;

            if (!outermost)
                return await HandleAsync(input, cancellation);

            await using var held = LockName(input) is { } name ? await Context.Services.GetRequiredService<NamedLocks>().TakeAsync(Db, name, cancellation) : null;

            var receipt = idempotencyKey is null || !KeepsReceipt ? null : Receipt.For(this, input, idempotencyKey, Actor, Now, Context.Services.GetRequiredService<LedgerChain>());
            if (receipt is not null && await Receipts.ReplayAsync<TResult>(Db, receipt, cancellation) is { } earlier)
                return earlier;

            return await HandleAndCommitAsync(input, receipt, cancellation);
        }
        finally
        {
            Context.Leave();
            if (outermost) Context.Facts.Clear();
        }
    }

    async Task<Outcome<string>> IJsonCommand.RunJsonAsync(string input, string? idempotencyKey, CancellationToken cancellation)
    {
        var outcome = await RunAsync(JsonSerializer.Deserialize<TInput>(input, Json.Options)!, idempotencyKey, cancellation);
        return outcome.IsDone ? Outcome<string>.Done(JsonSerializer.Serialize(outcome.Value, Json.Options)) : outcome.As<string>();
    }

    /// <summary>States what happened. The save that follows stores it in the ledger.</summary>
    protected void Record(Fact fact) => Context.Facts.Add(fact);

    /// <summary>Runs another capability's command within this save; its own access is checked.</summary>
    protected Task<Outcome<TOther>> Also<TOtherInput, TOther>(Command<TOtherInput, TOther> command, TOtherInput input, CancellationToken cancellation)
        where TOtherInput : class
        => command.RunAsync(input, cancellation: cancellation);

    /// <summary>The save fails as a conflict when the row is no longer at the version the person saw.</summary>
    protected void Expect<TEntity>(TEntity entity, Guid? version) where TEntity : class, IVersioned
    {
        if (version is { } seen) Db.Entry(entity).Property(e => e.Version).OriginalValue = seen;
    }

    private async Task<Outcome<TResult>> HandleAndCommitAsync(TInput input, Receipt? receipt, CancellationToken cancellation)
    {
        try
        {
            var outcome = await HandleAsync(input, cancellation);
            if (!outcome.IsDone)
            {
                // The slower twin of a double submit may be refused because its own work is done already.
                if (await TwinAsync(receipt, cancellation) is { } twin) return twin;
                await SaveOnlyAsync(outcome.Facts, cancellation);
                return outcome;
            }

            if (receipt is not null && Db.HasWork) Db.Add(receipt.Keep(outcome.Value));
            await Db.SaveChangesAsync(cancellation);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.Forget();
            return await TwinAsync(receipt, cancellation) ?? Outcome<TResult>.Conflict();
        }
        catch (DbUpdateException e) when (Db.IsUniqueViolation(e))
        {
            Db.Forget();
            return await TwinAsync(receipt, cancellation) ?? OnDuplicate();
        }
    }

    /// <summary>Whoever lost a race against the same submit gets the winner's outcome.</summary>
    private async Task<Outcome<TResult>?> TwinAsync(Receipt? receipt, CancellationToken cancellation)
        => receipt is null ? null : await Receipts.ReplayAsync<TResult>(Db, receipt, cancellation);

    private async Task<Outcome<TResult>> DenyAsync(bool outermost, CancellationToken cancellation)
    {
        var denied = Outcome<TResult>.Denied(facts: Actor.IsSignedIn ? [new AccessDenied(GetType().Name)] : []);
        if (outermost) await SaveOnlyAsync(denied.Facts, cancellation);
        return denied;
    }

    private async Task SaveOnlyAsync(IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        Db.Forget();
        Context.Facts.Clear();
        foreach (var fact in facts) Context.Facts.Add(fact);
        await Db.SaveChangesAsync(cancellation);
    }
}

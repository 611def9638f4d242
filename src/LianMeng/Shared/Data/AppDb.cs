using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LianMeng.Shared.Data;

/// <summary>
/// The one data context. Rows and facts are saved together or not at all; what belongs to another district can neither be
/// read (filter) nor written (guard), and PostgreSQL's row level security says so a second time.
/// </summary>
public abstract class AppDb(DbContextOptions options, ActorScope actors, FactBuffer facts, LedgerWriter ledger, LedgerSignal signal)
    : IdentityUserContext<User, Guid>(options)
{
    // One save's facts are written in parts: each is tracked with its subjects and deliveries until it is stored.
    private const int FactsAtOnce = 2000;

    private readonly List<Action> afterCommit = [];
    private IDbContextTransaction? begun;
    private IDisposable? gate;

    internal Guid[] ReadDistricts => actors.Actor.ReadDistricts;

    internal Actor Actor => actors.Actor;

    /// <summary>True when there are rows to save.</summary>
    public bool HasWork => begun is not null || ChangeTracker.HasChanges();

    /// <summary>Drops whatever was loaded or changed and not saved; what was only flushed is taken back.</summary>
    public void Forget()
    {
        End();
        ChangeTracker.Clear();
        afterCommit.Clear();
    }

    /// <summary>Does something in this process once the save is committed: others can see the rows only then. Only a hint, it may be lost in a crash.</summary>
    public void AfterCommit(Action hint) => afterCommit.Add(hint);

    /// <summary>Is this the breach of a unique index? The two databases say it differently; nobody else needs to know.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Locks the ledger's one head row until the transaction ends.</summary>
    internal abstract Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancellation);

    /// <summary>What the database must have beyond its migrations (row level security); idempotent.</summary>
    public virtual Task FenceAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Which database this is and how large, for whoever runs it.</summary>
    public abstract Task<DatabaseFigures> FiguresAsync(CancellationToken cancellation);

    /// <summary>Waits for the right to write; SQLite has one writer, PostgreSQL none to wait for.</summary>
    protected virtual ValueTask<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation) => ValueTask.FromResult<IDisposable?>(null);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
        => throw new NotSupportedException("Save asynchronously: a save waits for the ledger.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var stated = facts.Take();
        if (!HasWork && stated.Count == 0) return 0;
        if (stated.Count == 0 && (begun is not null || !OnlyBookkeeping()))
            throw new InvalidOperationException("Rows changed and no fact was given: record what happened.");

        GuardScope();
        NewVersions();
        if (stated.Count == 0)
        {
            using var pass = await EnterWriteGateAsync(cancellationToken);
            var kept = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            ledger.Committed(stated);
            return kept;
        }

        var rows = 0;
        try
        {
            await BeginAsync(cancellationToken);
            rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            foreach (var part in stated.Chunk(FactsAtOnce))
            {
                await ledger.AppendAsync(this, actors.Actor, part, cancellationToken);
                await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
                ForgetLedger();
            }

            await begun!.CommitAsync(cancellationToken);
        }
        finally
        {
            End();
        }

        ledger.Committed(stated);
        signal.Raise();
        foreach (var hint in afterCommit) hint();
        afterCommit.Clear();
        return rows;
    }

    /// <summary>
    /// Writes what is there so far and lets go of it, for work on more rows than memory shall hold. The save that follows commits it all, with
    /// the facts; without that save, nothing of it was.
    /// </summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (ChangeTracker.HasChanges())
        {
            GuardScope();
            NewVersions();
            await BeginAsync(cancellation);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellation);
        }

        ChangeTracker.Clear();
    }

    public override void Dispose()
    {
        End();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        End();
        return base.DisposeAsync();
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (begun is not null) return;
        gate = await EnterWriteGateAsync(cancellation);
        try
        {
            begun = await Database.BeginTransactionAsync(cancellation);
        }
        catch
        {
            End();
            throw;
        }
    }

    /// <summary>What was begun and not committed is rolled back; others may write again.</summary>
    private void End()
    {
        begun?.Dispose();
        begun = null;
        gate?.Dispose();
        gate = null;
    }

    /// <summary>How far the machine has got is nothing that happened: such rows alone may change without a fact, and only alone.</summary>
    private bool OnlyBookkeeping()
        => ChangeTracker.Entries().All(e => e.State is EntityState.Unchanged or EntityState.Detached || e.Entity is IBookkeeping);

    /// <summary>The next save of this context must read the head as it is then, not as this save left it.</summary>
    private void ForgetLedger()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.Entity is LedgerHead or LedgerEntry or LedgerSubject or Delivery).ToList()) entry.State = EntityState.Detached;
    }

    /// <summary>A query filter does not fence writes; this does.</summary>
    private void GuardScope()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity is not (IDistrictOwned or IPublished)) continue;
            var district = entry.Property(nameof(IDistrictOwned.DistrictId));
            if (entry.State == EntityState.Added && (Guid)district.CurrentValue! == Guid.Empty) district.CurrentValue = Actor.WriteDistrict;
            if ((Guid)district.CurrentValue! != Actor.WriteDistrict || (entry.State != EntityState.Added && (Guid)district.OriginalValue! != Actor.WriteDistrict))
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} of another district cannot be written by {Actor.Key}.");
        }
    }

    private void NewVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property(e => e.Version).CurrentValue = Guid.CreateVersion7();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<ScaledDecimal>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            var type = entity.ClrType;
            if (type.IsAssignableTo(typeof(IDistrictOwned)))
            {
                builder.Entity(type).HasQueryFilter("scope", OwnDistricts(type));
                builder.Entity(type).Property(nameof(IDistrictOwned.DistrictId)).IsConcurrencyToken();
            }

            if (type.IsAssignableTo(typeof(IRemovable)))
                builder.Entity(type).HasQueryFilter("present", Present(type));
            if (type.IsAssignableTo(typeof(IVersioned)))
                builder.Entity(type).Property(nameof(IVersioned.Version)).IsConcurrencyToken().ValueGeneratedNever();
            if (entity.FindProperty("Id") is { ClrType: var key } && key == typeof(Guid))
                builder.Entity(type).Property("Id").ValueGeneratedNever();
        }
    }

    private static LambdaExpression Present(Type type)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(IRemovable.RemovedAt)), Expression.Constant(null, typeof(DateTime?))), row);
    }

    private LambdaExpression OwnDistricts(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var districts = Expression.Property(Expression.Constant(this, typeof(AppDb)), nameof(ReadDistricts));
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], districts, Expression.Property(row, nameof(IDistrictOwned.DistrictId)));
        return Expression.Lambda(contains, row);
    }
}

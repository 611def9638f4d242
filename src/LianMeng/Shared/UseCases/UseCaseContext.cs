using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Telemetry;

namespace LianMeng.Shared.UseCases;

/// <summary>What every use case is given: the data, the actor, the clock and the facts of this scope.</summary>
public sealed class UseCaseContext(AppDb db, ActorScope actors, FactBuffer facts, TimeProvider clock, Instruments instruments, IServiceProvider services)
{
    private int depth;

    public AppDb Db => db;
    public Actor Actor => actors.Actor;
    internal ActorScope Actors => actors;
    public FactBuffer Facts => facts;
    public TimeProvider Clock => clock;
    public Instruments Instruments => instruments;
    public IServiceProvider Services => services;

    /// <summary>Enters a command; true for the outermost one, which alone commits.</summary>
    internal bool Enter() => depth++ == 0;

    internal void Leave() => depth--;
}

using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Difficulties;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Difficulties;

/// <summary>The people of a difficulty: two firms, a secretary, three units with a liaison each. Each is an actor of its own, none with two posts.</summary>
internal sealed class DifficultyCast(TestWorld world)
{
    public const string Power = "铜梁测试供电局", Roads = "铜梁测试交通局", Town = "铜梁测试街道办";

    private readonly Dictionary<string, Guid> units = new(StringComparer.Ordinal);

    public Actor Firm => Speaker(Role.EnterpriseManager, world.Known.Firm);
    public Actor Neighbour => Speaker(Role.EnterpriseManager, world.Known.Neighbour);
    public Actor Secretary { get; private set; } = null!;
    public Actor Officer { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;

    public Actor Of(string unit) => liaisons[unit];

    private readonly Dictionary<string, Actor> liaisons = new(StringComparer.Ordinal);

    public async Task ComeAsync()
    {
        (Secretary, Officer) = (await world.ActorAsync(world.Known.Secretary), await world.ActorAsync(world.Known.Officer));
        Leader = Person(new(Role.ChainLeader, world.Known.Tongliang, null, null));
        foreach (var name in new[] { Power, Roads, Town })
        {
            var known = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == name).Select(o => o.Id).FirstOrDefaultAsync());
            units[name] = known != Guid.Empty ? known : (await DoAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(Officer, new() { Name = name, Kind = OrganisationKind.Department, NotListed = true })).Id;
            liaisons[name] = Speaker(Role.Liaison, units[name]);
        }
    }

    public Guid UnitOf(string name) => units[name];

    public async Task<Guid> RaiseAsync(string title, string? firms = null, Actor? by = null)
        => (await DoAsync<RaiseDifficulty, RaiseDifficulty.Input, RaiseDifficulty.Created>(by ?? Firm, new() { Title = title, Text = title + "，影响生产", Category = DifficultyCategory.Roads, Firms = firms })).Id;

    /// <summary>Raised, accepted and with its lead.</summary>
    public async Task<Guid> LedAsync(string title, string lead, DifficultyTrack track = DifficultyTrack.General, string? firms = null)
    {
        var id = await RaiseAsync(title, firms);
        await DoAsync<AcceptDifficulty, AcceptDifficulty.Input, Guid>(Secretary, new() { Id = id, Track = track });
        await DoAsync<AssignDifficulty, AssignDifficulty.Input, Guid>(Secretary, new() { Id = id, Unit = lead, Lead = true });
        return id;
    }

    public Task<Difficulty> FindAsync(Guid id) => world.ReadAsync(db => db.Set<Difficulty>().Include(d => d.Tasks).Include(d => d.Beneficiaries).Include(d => d.Requests).Include(d => d.Milestones).AsNoTracking().SingleAsync(d => d.Id == id));

    public async Task<Guid> TaskAsync(Guid id, string unit) => (await FindAsync(id)).Tasks.Single(t => t.UnitId == units[unit] && t.State != DifficultyTaskState.Dropped).Id;

    public Task<Outcome<TResult>> TryAsync<TCommand, TInput, TResult>(Actor actor, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
        => world.AsAsync(actor, s => s.GetRequiredService<TCommand>().RunAsync(input));

    public Task<Outcome<Guid>> TryAsync<TCommand, TInput>(Actor actor, TInput input) where TCommand : Command<TInput, Guid> where TInput : class => TryAsync<TCommand, TInput, Guid>(actor, input);

    public async Task<TResult> DoAsync<TCommand, TInput, TResult>(Actor actor, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
        => (await TryAsync<TCommand, TInput, TResult>(actor, input)).Must();

    public Task<Guid> DoAsync<TCommand, TInput>(Actor actor, TInput input) where TCommand : Command<TInput, Guid> where TInput : class => DoAsync<TCommand, TInput, Guid>(actor, input);

    public async Task RefusedAsync<TCommand, TInput>(Actor actor, TInput input, string because) where TCommand : Command<TInput, Guid> where TInput : class
    {
        var outcome = await TryAsync<TCommand, TInput>(actor, input);
        Assert.False(outcome.IsDone);
        Assert.Contains(because, string.Join(" ", outcome.Errors.SelectMany(e => e.Value).Prepend(outcome.Message)), StringComparison.Ordinal);
    }

    public async Task<ShowDifficulty.View> ShowAsync(Actor actor, Guid id) => (await world.AsAsync(actor, s => s.GetRequiredService<ShowDifficulty>().RunAsync(new() { Id = id }))).Must();

    public Actor Speaker(Role role, Guid organisation) => Person(new(role, world.Known.Tongliang, null, organisation));

    private Actor Person(Post post) => Actor.Person(Guid.CreateVersion7(), "测试", [post], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
}

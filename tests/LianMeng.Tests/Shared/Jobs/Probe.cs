using System.Collections.Concurrent;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Jobs;

/// <summary>
/// A reaction, a scheduled job and the command behind both, whose effect counts itself: the command raises a digest, so a
/// notice that says 2 was told twice. What happens at a step is the test's to say.
/// </summary>
public sealed class Probe
{
    public const string Reaction = "probe";
    public const string Job = "probe.daily";

    public ConcurrentQueue<string> Steps { get; } = new();

    /// <summary>Called at "plan", "do:MARK" (before the command) and "job:DISTRICT".</summary>
    public Func<string, CancellationToken, Task> At { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The commands of a plan, by their marks.</summary>
    public Func<IReadOnlyList<string>> Plan { get; set; } = () => ["a", "b"];

    /// <summary>Whom the probe tells.</summary>
    public required Guid UserId { get; init; }

    public required Guid DistrictId { get; init; }

    public Task StepAsync(string step, CancellationToken cancellation)
    {
        Steps.Enqueue(step);
        return At(step, cancellation);
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddReaction<ProbeReaction>();
        services.AddScoped<TellProbe>();
    }

    /// <summary>With the scheduled job too.</summary>
    public void AddWithJob(IServiceCollection services)
    {
        AddTo(services);
        services.AddScheduledJob<ProbeJob>();
        services.AddScoped<TellSecretaries>();
    }

    private sealed class ProbeReaction(Probe probe) : Reaction
    {
        public override string Name => Probe.Reaction;

        public override string Title => "测试处理";

        public override bool Wants(Fact fact) => fact is AccountEnabled;

        public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
        {
            await probe.StepAsync("plan", cancellation);
            var subject = ((AccountEnabled)fact).UserId;
            return [.. probe.Plan().Select(mark => new ReactionWork(probe.DistrictId, typeof(TellProbe), new TellProbe.Input { Subject = subject, Mark = mark }))];
        }
    }

    public sealed class TellProbe(UseCaseContext context, NoticeWriter notices, Probe probe) : Command<TellProbe.Input, Guid>(context)
    {
        public sealed class Input
        {
            public Guid Subject { get; set; }
            public string? Mark { get; set; }
        }

        public override LianMeng.Shared.Access.Access Access => LianMeng.Shared.Access.Access.Program;

        protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
        {
            await probe.StepAsync("do:" + input.Mark, cancellation);
            await notices.TellAsync(new NoticeDraft(probe.UserId, NoticeKind.General, "测试", "", "/", input.Subject, KeyOf(input.Subject, input.Mark!), Digest: true), cancellation);
            return Outcome<Guid>.Done(input.Subject);
        }
    }

    public static string KeyOf(Guid subject, string mark) => $"probe:{subject}:{mark}";

    private sealed class ProbeJob : ScheduledJob
    {
        public override string Name => Probe.Job;
        public override string Title => "测试任务";
        public override string Cron => "0 30 2 * * ?";
        public override Type UseCase => typeof(TellSecretaries);
        public override object InputOf(DateTime due) => new TellSecretaries.Input { Due = due };
    }

    public sealed class TellSecretaries(UseCaseContext context, NoticeWriter notices, PeopleOf people, Probe probe) : Command<TellSecretaries.Input, int>(context)
    {
        public sealed class Input
        {
            public DateTime Due { get; set; }
        }

        public override LianMeng.Shared.Access.Access Access => LianMeng.Shared.Access.Access.Program;

        protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
        {
            await probe.StepAsync($"job:{Actor.WriteDistrict}", cancellation);
            var told = Actor.WriteDistrict == DistrictIds.City ? await people.OfRoleAsync(Role.SystemAdministrator, cancellation) : await people.OfDistrictAsync(Actor.WriteDistrict, Role.AllianceSecretary, cancellation);
            foreach (var person in told.Where(p => p.DistrictId == Actor.WriteDistrict))
                await notices.TellAsync(new NoticeDraft(person.UserId, NoticeKind.General, "测试任务", "", "/", null, $"probe-job:{input.Due:yyyyMMddHHmmss}", Digest: true), cancellation);
            return Outcome<int>.Done(told.Count);
        }
    }
}

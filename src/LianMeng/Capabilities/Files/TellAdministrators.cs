using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Files;

/// <summary>Content that is gone is the administrators' matter: a disk is failing, or somebody removes files past the platform.</summary>
public sealed class TellAdministrators : Reaction
{
    public override string Name => "files.tell-missing";

    public override string Title => "告诉系统管理员：附件内容丢失";

    public override bool Wants(Fact fact) => fact is FilesMissing { Missing.Count: > 0 };

    public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
    {
        var administrators = await services.GetRequiredService<PeopleOf>().OfRoleAsync(Role.SystemAdministrator, cancellation);
        return [.. administrators.Select(a => a.DistrictId).Distinct().Select(district =>
            new ReactionWork(district, typeof(TellFilesMissing), new TellFilesMissing.Input { Seq = entry.Seq, DistrictId = entry.DistrictId, Count = ((FilesMissing)fact).Missing.Count }))];
    }
}

using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What every change of an alliance has in common: one of one's own district, in which one's post carries the right, not dissolved.</summary>
public abstract class AllianceCommand<TInput, TResult>(UseCaseContext context) : Command<TInput, TResult>(context)
    where TInput : class
{
    /// <summary>It must not depend on the instance.</summary>
    protected abstract Permission Permission { get; }

    public sealed override Access Access => Access.Needs(Permission);

    protected DateOnly Today => ChinaTime.Today(Now);

    /// <returns>the alliance, or why nothing can be done to it</returns>
    protected async Task<(Alliance? Alliance, Outcome<TResult>? Refusal)> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var alliance = await Db.Set<Alliance>().FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (alliance is null) return (null, Outcome<TResult>.NotFound());
        if (alliance.DistrictId != Actor.WriteDistrict) return (null, Outcome<TResult>.Refused("这个联盟属于别的区县，只能由该区县办理。"));
        if (!Actor.MayIn(alliance.Id, Permission))
            return (null, Outcome<TResult>.Refused($"您在“{alliance.Name}”没有能办这件事的职务（{string.Join("、", Permission.Roles.Select(r => r.Title()))}）；请联系该联盟书记。"));
        return alliance.State == AllianceState.Dissolved ? (null, Outcome<TResult>.Refused($"“{alliance.Name}”已撤销，只能查看。")) : (alliance, null);
    }

    /// <returns>the membership and its alliance, or why nothing can be done</returns>
    protected async Task<(Membership? Membership, Alliance? Alliance, Outcome<TResult>? Refusal)> MemberAsync(Guid id, Guid? version, CancellationToken cancellation)
    {
        var membership = await Db.Set<Membership>().FirstOrDefaultAsync(m => m.Id == id, cancellation);
        if (membership is null) return (null, null, Outcome<TResult>.NotFound());
        var (alliance, refusal) = await OpenAsync(membership.AllianceId, cancellation);
        if (refusal is not null) return (null, null, refusal);
        if (version is { } seen && seen != membership.Version) return (null, null, Outcome<TResult>.Conflict());
        Expect(membership, version);
        return (membership, alliance, null);
    }
}

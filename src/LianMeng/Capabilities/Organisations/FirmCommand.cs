using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Changes something of one organisation: by those who keep the district's register, or by its own people.</summary>
public abstract class FirmCommand<TInput, TResult>(UseCaseContext context) : Command<TInput, TResult>(context)
    where TInput : class
{
    public override Access Access => Access.Needs(OrganisationsCapability.Keep);

    /// <summary>What is written down about where a detail comes from.</summary>
    protected Origin Origin => new(Actor.May(OrganisationsCapability.Change) ? DataSource.Form : DataSource.Firm, Now, Actor.UserId);

    /// <summary>The whole organisation, or why it cannot be changed.</summary>
    protected async Task<(Organisation? Firm, Outcome<TResult>? Problem)> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().Whole().FirstOrDefaultAsync(o => o.Id == id, cancellation);
        if (firm is null) return (null, Outcome<TResult>.NotFound());
        if (Actor.OrganisationId == firm.Id && firm.DistrictId == Actor.WriteDistrict) return (firm, null);
        if (!Actor.May(OrganisationsCapability.Change)) return (null, Outcome<TResult>.Denied("只能修改本单位的资料。"));
        return firm.DistrictId == Actor.WriteDistrict ? (firm, null) : (null, Outcome<TResult>.Refused("这家企业属于别的区县，只能由该区县修改。"));
    }
}

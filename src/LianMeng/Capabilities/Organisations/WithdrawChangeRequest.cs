using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm takes back what it asked for.</summary>
public sealed class WithdrawChangeRequest(UseCaseContext context) : Command<WithdrawChangeRequest.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Keep);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var own = Actor.OrganisationId;
        var request = await Db.Set<OrganisationChangeRequest>().FirstOrDefaultAsync(r => r.Id == input.Id && r.OrganisationId == own, cancellation);
        if (request is null) return Outcome<Guid>.NotFound();
        if (!request.Decide(ChangeRequestState.Withdrawn, null, Actor.UserId, Now)) return Outcome<Guid>.Refused("这份申请已经有了结果，请刷新页面。");
        Record(new ChangeRequestDecided(request.Id, request.OrganisationId, request.State, null));
        return Outcome<Guid>.Done(request.OrganisationId);
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Organisations;

/// <summary>For whoever speaks for a firm: its own record, and what it buys as ways to local makers.</summary>
internal sealed class OwnFirmWork(RegisterFigures register, Actor actor) : WorkSource
{
    public override int Order => 55;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.OrganisationId is not { } own || await register.OwnAsync(own, cancellation) is not { } firm) return;
        board.Wait(new(firm.Name, "核对本企业资料；如需修改，请联系联盟书记", $"/organisations/{own}", WorkUrgency.CanBeDone));
        foreach (var product in firm.Buys) board.Buy(new(product));
    }
}

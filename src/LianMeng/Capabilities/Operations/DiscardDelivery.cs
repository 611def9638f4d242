using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Gives a delivery up for good; the ledger keeps who did and why.</summary>
public sealed class DiscardDelivery(UseCaseContext context) : Command<DiscardDelivery.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "放弃的原因"), Required, StringLength(200, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var delivery = await Db.Set<Delivery>().FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (delivery is null) return Outcome<Guid>.NotFound("这项投递已经完成，或已被放弃。");
        Db.Remove(delivery);
        Record(new DeliveryDiscarded(delivery.Id, delivery.Reaction, delivery.Seq, input.Reason!));
        return Outcome<Guid>.Done(delivery.Id);
    }
}

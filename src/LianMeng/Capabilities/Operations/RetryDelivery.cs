using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Has a delivery tried again at once; its attempts are counted afresh.</summary>
public sealed class RetryDelivery(UseCaseContext context) : Command<RetryDelivery.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var delivery = await Db.Set<Delivery>().FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (delivery is null) return Outcome<Guid>.NotFound("这项投递已经完成，或已被放弃。");
        delivery.Retry(Now);
        Record(new DeliveryRetried(delivery.Id, delivery.Reaction, delivery.Seq));
        return Outcome<Guid>.Done(delivery.Id);
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>What everything done with a bill has in common: the bill of the address, whose it is, the version that was seen.</summary>
public abstract class BillCommand<TInput>(UseCaseContext context) : Command<TInput, Guid>(context)
    where TInput : class, IBillInput
{
    public override Access Access => Access.Needs(InquiriesCapability.Use);

    /// <summary>Asks the entity and states what happened.</summary>
    /// <returns>why not, or null when it was done</returns>
    protected abstract Task<Outcome<Guid>?> DoAsync(Bill bill, TInput input, CancellationToken cancellation);

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().Include(b => b.Lines).SeenBy(Actor).FirstOrDefaultAsync(b => b.Id == input.Id, cancellation);
        if (bill is null) return Outcome<Guid>.NotFound();
        if (input.Version is { } seen && seen != bill.Version) return Outcome<Guid>.Conflict();
        Expect(bill, input.Version);
        return await DoAsync(bill, input, cancellation) ?? Outcome<Guid>.Done(bill.Id);
    }

    protected void Record(Bill bill, BillChange change) => Record(new BillKept(bill.Id, change, bill.Lines.Count));
}

/// <summary>An input that names a bill and the version that was seen.</summary>
public interface IBillInput
{
    Guid Id { get; set; }
    Guid? Version { get; set; }
}

using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Takes one line out of a bill. What makers were asked about it stays with the inquiry.</summary>
public sealed class RemoveBillLine(UseCaseContext context) : BillCommand<RemoveBillLine.Input>(context)
{
    public sealed class Input : IBillInput
    {
        public Guid Id { get; set; }
        public Guid LineId { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation)
    {
        if (bill.Lines.FirstOrDefault(l => l.Id == input.LineId) is not { } line) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.NotFound());
        bill.Remove(line, Now);
        Db.Remove(line);
        Record(bill, BillChange.LineRemoved);
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}

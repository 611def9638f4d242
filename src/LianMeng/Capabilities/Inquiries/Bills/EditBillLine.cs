using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Changes one line. What makers were asked already stays as it was asked.</summary>
public sealed class EditBillLine(UseCaseContext context) : BillCommand<EditBillLine.Input>(context)
{
    public sealed class Input : BillLineForm, IBillInput
    {
        public Guid Id { get; set; }
        public Guid LineId { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation) => Task.FromResult(Do(bill, input));

    private Outcome<Guid>? Do(Bill bill, Input input)
    {
        if (bill.Lines.FirstOrDefault(l => l.Id == input.LineId) is not { } line) return Outcome<Guid>.NotFound();
        var (goods, errors) = input.Check(ChinaTime.Today(Now));
        if (goods is null) return Outcome<Guid>.Invalid(errors);
        if (bill.Change(line, goods, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(bill, BillChange.LineChanged);
        return null;
    }
}

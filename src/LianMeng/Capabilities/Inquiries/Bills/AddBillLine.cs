using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Adds one line to a bill.</summary>
public sealed class AddBillLine(UseCaseContext context) : BillCommand<AddBillLine.Input>(context)
{
    public sealed class Input : BillLineForm, IBillInput
    {
        public Guid Id { get; set; }

        /// <summary>May be left out: what is added does not change by what a colleague added.</summary>
        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Conflict("同事刚刚也改了这份清单；请打开最新内容再看。");

    protected override Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation)
    {
        var (goods, errors) = input.Check(ChinaTime.Today(Now));
        if (goods is null) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Invalid(errors));
        var (line, problem) = bill.Add(goods, Now);
        if (line is null) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Refused(problem!));
        Db.Add(line);
        Record(bill, BillChange.LineAdded);
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Gives a bill another name: one from a file has the file's.</summary>
public sealed class RenameBill(UseCaseContext context) : BillCommand<RenameBill.Input>(context)
{
    public sealed class Input : IBillInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "清单名称"), Required, StringLength(Bill.NameLimit)]
        public string? Name { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation)
    {
        var name = ImportText.Clean(input.Name!);
        if (name.Length == 0) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Invalid("name", "请填写“清单名称”。"));
        bill.Rename(name, Now);
        Record(bill, BillChange.Renamed);
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}

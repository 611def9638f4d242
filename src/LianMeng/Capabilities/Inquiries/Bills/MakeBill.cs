using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>A firm begins a bill, with its lines or without.</summary>
public sealed class MakeBill(UseCaseContext context, FirmDirectory firms) : Command<MakeBill.Input, MakeBill.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "清单名称"), Required, StringLength(Bill.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "各行"), MaxLength(Bill.MostLines)]
        public List<BillLineForm>? Lines { get; set; }

        internal Guid? SpeaksFor { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/bills/{Id}";
    }

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.OwnFirm(input.SpeaksFor) is not { } own || await firms.FindAsync(own, cancellation) is null) return Outcome<Created>.Refused(InquiriesCapability.NoFirm);
        if (await Db.Set<Bill>().CountAsync(b => b.OrganisationId == own, cancellation) >= Bill.MostBills) return Outcome<Created>.Refused($"贵企业已有 {Bill.MostBills} 份清单；请先删去不用的。");
        var name = ImportText.Clean(input.Name!);
        if (name.Length == 0) return Outcome<Created>.Invalid("name", "请填写“清单名称”。");
        var bill = Bill.Make(Actor.WriteDistrict, own, name, null, Now);
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (form, at) in (input.Lines ?? []).Select((form, at) => (form, at)))
        {
            var (goods, wrong) = form.Check(ChinaTime.Today(Now));
            foreach (var (field, problems) in wrong) errors[$"lines[{at}].{field}"] = problems;
            if (goods is not null && bill.Add(goods, Now).Problem is { } twin) errors[$"lines[{at}].product"] = [twin];
        }

        if (errors.Count > 0) return Outcome<Created>.Invalid(errors);
        Db.Add(bill);
        Record(new BillKept(bill.Id, BillChange.Made, bill.Lines.Count));
        return Outcome<Created>.Done(new(bill.Id));
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes a firm out of the register. Its history stays in the ledger; its open listings are withdrawn as a consequence.</summary>
public sealed class RemoveOrganisation(UseCaseContext context) : Command<RemoveOrganisation.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), StringLength(200)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().Include(o => o.Contacts).FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return Outcome<Guid>.NotFound();
        if (firm.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这家企业属于别的区县，只能由该区县移出名册。");

        Expect(firm, input.Version);
        firm.Remove(Now);
        Record(new OrganisationRemoved(firm.Id, input.Reason));
        return Outcome<Guid>.Done(firm.Id);
    }
}

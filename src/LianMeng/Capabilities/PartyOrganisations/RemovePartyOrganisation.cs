using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>撤销: a Party organisation that is no more. It leaves the lists; those below it stand without a superior until given one.</summary>
public sealed class RemovePartyOrganisation(UseCaseContext context) : Command<RemovePartyOrganisation.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Change);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var organisation = await Db.Set<PartyOrganisation>().Include(p => p.Covers).FirstOrDefaultAsync(p => p.Id == input.Id, cancellation);
        if (organisation is null) return Outcome<Guid>.NotFound();
        if (organisation.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这个党组织属于别的区县，只能由该区县撤销。");
        if (input.Version is { } seen && seen != organisation.Version) return Outcome<Guid>.Conflict();
        Expect(organisation, input.Version);
        var covered = organisation.Covers.Select(c => c.OrganisationId).ToList();
        organisation.Remove(Now);
        Record(new PartyOrganisationRemoved(organisation.Id, covered, input.Reason!));
        return Outcome<Guid>.Done(organisation.Id);
    }
}

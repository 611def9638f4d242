using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Changes what is known of a Party organisation. The whole of it is stated.</summary>
public sealed class EditPartyOrganisation(UseCaseContext context, FirmDirectory firms) : Command<EditPartyOrganisation.Input, Guid>(context)
{
    public sealed class Input : PartyOrganisationForm
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Change);

    protected override string? LockName(Input input) => $"party-organisations:{Actor.WriteDistrict}"; // two edits could make two superiors of each other

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Invalid("name", "本区县已有同名的党组织。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var organisation = await Db.Set<PartyOrganisation>().Include(p => p.Covers).FirstOrDefaultAsync(p => p.Id == input.Id, cancellation);
        if (organisation is null) return Outcome<Guid>.NotFound();
        if (organisation.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这个党组织属于别的区县，只能由该区县修改。");
        if (input.Version is { } seen && seen != organisation.Version) return Outcome<Guid>.Conflict();
        Expect(organisation, input.Version);
        var (details, errors) = await input.CheckAsync(Db, firms, Actor.WriteDistrict, organisation.Id, cancellation);
        if (details is null) return Outcome<Guid>.Invalid(errors);

        var before = organisation.Covers.Select(c => c.OrganisationId).ToList();
        var superior = organisation.SuperiorId is { } up ? await Db.Set<PartyOrganisation>().Where(p => p.Id == up).Select(p => p.Name).FirstOrDefaultAsync(cancellation) : null;
        var changes = organisation.Change(details, superior, Now);
        if (changes.Count > 0) Record(new PartyOrganisationChanged(organisation.Id, [.. before.Union(organisation.Covers.Select(c => c.OrganisationId))], changes));
        return Outcome<Guid>.Done(organisation.Id);
    }
}

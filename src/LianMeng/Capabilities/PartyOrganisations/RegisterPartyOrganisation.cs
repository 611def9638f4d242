using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Writes a Party organisation down.</summary>
public sealed class RegisterPartyOrganisation(UseCaseContext context, FirmDirectory firms) : Command<RegisterPartyOrganisation.Input, RegisterPartyOrganisation.Created>(context)
{
    public sealed class Input : PartyOrganisationForm;

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/party-organisations/{Id}";
    }

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Change);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("name", "本区县已有同名的党组织。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Created>.Refused("党组织属于区县；请由区县专员或联盟书记登记。");
        var (details, errors) = await input.CheckAsync(Db, firms, Actor.WriteDistrict, null, cancellation);
        if (details is null) return Outcome<Created>.Invalid(errors);
        var organisation = PartyOrganisation.Register(Actor.WriteDistrict, details, Now);
        Db.Add(organisation);
        Record(new PartyOrganisationRegistered(organisation.Id, organisation.Type, organisation.IsFunctional, [.. organisation.Covers.Select(c => c.OrganisationId)]));
        return Outcome<Created>.Done(new(organisation.Id));
    }
}

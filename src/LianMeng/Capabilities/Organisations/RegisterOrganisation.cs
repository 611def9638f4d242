using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Enters one firm in the register by hand.</summary>
public sealed class RegisterOrganisation(UseCaseContext context, Telephones telephones, DuplicateCheck duplicates) : Command<RegisterOrganisation.Input, RegisterOrganisation.Created>(context)
{
    public sealed class Input : OrganisationForm;

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/organisations/{Id}";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<Created> OnDuplicate()
        => Outcome<Created>.Refused("名册里已有这家企业（统一社会信用代码相同，或同名且待核码）；请在名册中找到它后修改。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (details, errors) = input.Check(telephones);
        if (details is null) return Outcome<Created>.Invalid(errors);
        if (await duplicates.StopAsync<Created>(Actor.WriteDistrict, details, null, input.NotListed, cancellation) is { } stop) return stop;

        var firm = Organisation.Register(details, DataSource.Form, Now, Actor.UserId);
        Db.Add(firm);
        Record(new OrganisationRegistered(firm.Id, DataSource.Form));
        return Outcome<Created>.Done(new(firm.Id));
    }
}

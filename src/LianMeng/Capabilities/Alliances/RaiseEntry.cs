using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Writes an entry into one of an alliance's registers.</summary>
public sealed class RaiseEntry(UseCaseContext context, FirmDirectory firms, MandateBook mandates) : AllianceCommand<RaiseEntry.Input, RaiseEntry.Created>(context)
{
    public sealed class Input : EntryForm
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/register-entries/{Id}";
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var (details, field, problem) = await input.CheckAsync(alliance, firms, mandates, Today, null, cancellation);
        if (details is null) return Outcome<Created>.Invalid(field, problem);
        var entry = RegisterEntry.Raise(alliance, details, Today);
        Db.Add(entry);
        Record(new EntryRaised(entry.Id, alliance.Id, entry.OwnerOrganisationId, entry.Kind, entry.Deadline));
        return Outcome<Created>.Done(new(entry.Id));
    }
}

using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Changes an entry: another owner is a hand-over. The whole of it is stated.</summary>
public sealed class EditEntry(UseCaseContext context, FirmDirectory firms, MandateBook mandates) : AllianceCommand<EditEntry.Input, Guid>(context)
{
    public sealed class Input : EntryForm
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var entry = await Db.Set<RegisterEntry>().FirstOrDefaultAsync(e => e.Id == input.Id, cancellation);
        if (entry is null) return Outcome<Guid>.NotFound();
        var (alliance, refusal) = await OpenAsync(entry.AllianceId, cancellation);
        if (alliance is null) return refusal!;
        if (entry.State == RegisterState.StruckOff) return Outcome<Guid>.Refused("这一项已经销号，不能再修改；需要时先退回重办。");
        if (input.Version is { } seen && seen != entry.Version) return Outcome<Guid>.Conflict();
        Expect(entry, input.Version);
        var (details, field, problem) = await input.CheckAsync(alliance, firms, mandates, Today, entry.OwnerId, cancellation);
        if (details is null) return Outcome<Guid>.Invalid(field, problem);
        var changes = entry.Change(details);
        if (changes.Count > 0) Record(new EntryChanged(entry.Id, entry.AllianceId, changes));
        return Outcome<Guid>.Done(entry.Id);
    }
}

using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The alliance's own entries.</summary>
internal sealed class EntryRegister(AppDb db, FirmDirectory firms, PersonNames people, LeftEntries left) : RegisterSource
{
    public override string Key => "entries";

    public override string Title => "联盟清单";

    public override async Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<Guid> members, CancellationToken cancellation)
        => await LinesAsync(allianceId, await db.Set<RegisterEntry>().AsNoTracking().Where(e => e.AllianceId == allianceId).OrderBy(e => e.Deadline ?? DateOnly.MaxValue).Take(Most).ToListAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<RegisterEntry> entries, CancellationToken cancellation)
    {
        var organisations = entries.Select(e => e.OwnerOrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => organisations.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var persons = await people.KnownAsync([.. entries.Select(e => e.OwnerId).OfType<Guid>().Distinct()], cancellation);
        var leaving = (await left.All().Where(e => e.AllianceId == allianceId).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        return [.. entries.Select(e => new RegisterLine(e.Id, ListExport.Words(e.Kind), e.Title, Owner(e, names, persons), e.OwnerOrganisationId, e.Deadline, ListExport.Words(e.State), e.State == RegisterState.Open, e.Evidence, $"/register-entries/{e.Id}")
        {
            NeedsHandOver = leaving.Contains(e.Id),
            IsDone = e.State == RegisterState.Done,
        })];
    }

    private static string Owner(RegisterEntry entry, Dictionary<Guid, string> names, IReadOnlyDictionary<Guid, string> persons)
    {
        var words = string.Join(" ", new[]
        {
            entry.OwnerOrganisationId is { } organisation ? names.GetValueOrDefault(organisation, "（已移出名册）") : null,
            entry.OwnerId is { } person ? persons.GetValueOrDefault(person) : null,
        }.OfType<string>());
        return words.Length == 0 ? "联盟委员会" : words;
    }
}

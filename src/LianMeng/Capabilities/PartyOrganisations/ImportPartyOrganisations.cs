using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Takes a file of Party organisations over: new ones are registered, known ones (by name) get what the file says of them.</summary>
public sealed class ImportPartyOrganisations(UseCaseContext context, PartyRoster roster, FileStore storage, OperationProgress progress)
    : ImportCommand<PartyRoster.Stated>(context, roster, storage, progress)
{
    private Dictionary<string, PartyOrganisation>? known;

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Change);

    public override ImportKind Kind => PartyRoster.Kind;

    protected override Permission? ReadBy => PartyOrganisationsCapability.ReadAll;

    protected override Fact Imported(string fileHash, ImportTally tally) => new PartyOrganisationsImported(fileHash, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    protected override string? Refusal() => Actor.WriteDistrict == DistrictIds.City ? "党组织属于区县；请由区县专员或联盟书记导入。" : null;

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<PartyRoster.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        // A district has some hundred: all of them are held, so that a superior of the same file is found.
        known ??= await Db.Set<PartyOrganisation>().Include(p => p.Covers).Where(p => p.DistrictId == Actor.WriteDistrict).ToDictionaryAsync(p => p.NameKey, StringComparer.Ordinal, cancellation);
        foreach (var line in lines) Take(line.Row.RowNumber, line.Details!, tally, commit);
    }

    private void Take(int row, PartyRoster.Stated stated, ImportTally tally, bool commit)
    {
        var superior = stated.Superior is { } name ? known![PartyOrganisation.KeyOf(name)] : null;
        var details = stated.Details with { SuperiorId = superior?.Id, SuperiorName = superior?.Name };
        var key = PartyOrganisation.KeyOf(details.Name);
        if (!known!.TryGetValue(key, out var organisation))
        {
            organisation = PartyOrganisation.Register(Actor.WriteDistrict, details, Now);
            known[key] = organisation;
            tally.Take(new(row, details.Name, null, true, []) { Detail = Words(details) }, key);
            if (!commit) return;
            Db.Add(organisation);
            Record(new PartyOrganisationRegistered(organisation.Id, organisation.Type, organisation.IsFunctional, Units(organisation)));
            return;
        }

        // An empty cell says nothing: what is known stays.
        details = details with
        {
            SuperiorId = details.SuperiorId ?? organisation.SuperiorId,
            FullMembers = details.FullMembers ?? organisation.FullMembers,
            ProbationaryMembers = details.ProbationaryMembers ?? organisation.ProbationaryMembers,
        };
        var before = Units(organisation);
        var changes = organisation.Change(details, known.Values.FirstOrDefault(p => p.Id == organisation.SuperiorId)?.Name, Now);
        tally.Take(new(row, details.Name, null, false, changes) { Detail = Words(details) }, organisation.Id.ToString());
        if (commit && changes.Count > 0) Record(new PartyOrganisationChanged(organisation.Id, [.. before.Union(Units(organisation))], changes));
    }

    private static List<Guid> Units(PartyOrganisation organisation) => [.. organisation.Covers.Select(c => c.OrganisationId)];

    private static string Words(PartyOrganisationDetails details) => (details.IsFunctional ? "功能型" : "") + ListExport.Words(details.Type);
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Takes in entries of registers from a file. What stands there in the same words and is not struck off stays as it is.</summary>
public sealed class ImportRegisterEntries(UseCaseContext context, RegisterRoster roster, FileStore storage, OperationProgress progress)
    : ImportCommand<RegisterRoster.Stated>(context, roster, storage, progress)
{
    public override Access Access => Access.Needs(AlliancesCapability.Act);

    public override ImportKind Kind => RegisterRoster.Kind;

    protected override Fact Imported(string fileHash, ImportTally tally) => new EntriesImported(fileHash, tally.New, tally.Same, tally.RejectedRows);

    protected override string? Refusal() => Actor.WriteDistrict == DistrictIds.City ? "联盟属于区县；请由联盟书记导入。" : null;

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<RegisterRoster.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var titles = lines.Select(l => l.Details!.Details.Title).ToList();
        var known = (await Db.Set<RegisterEntry>().AsNoTracking().Where(e => e.DistrictId == Actor.WriteDistrict && e.State != RegisterState.StruckOff && titles.Contains(e.Title)).ToListAsync(cancellation))
            .ToLookup(e => (e.AllianceId, e.Kind, e.Title), e => e.Id);
        foreach (var line in lines)
        {
            var (alliance, details) = line.Details!;
            var same = known[(alliance.Id, details.Kind, details.Title)].ToList();
            tally.Take(new(line.Row.RowNumber, details.Title, null, same.Count == 0, []) { Detail = $"{alliance.Name} · {ListExport.Words(details.Kind)}" }, same.Count == 0 ? $"{alliance.Id}:{details.Kind}:{details.Title}" : same[0].ToString());
            if (same.Count > 0 || !commit) continue;
            var entry = RegisterEntry.Raise(alliance, details, ChinaTime.Today(Now));
            Db.Add(entry);
            Record(new EntryRaised(entry.Id, alliance.Id, entry.OwnerOrganisationId, entry.Kind, entry.Deadline));
        }
    }
}

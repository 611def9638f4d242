using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes such a file over: lines that are new are added, known ones get what the file says of them. An empty cell says nothing.</summary>
public abstract class ImportFirmLines<TDetails>(UseCaseContext context, FirmLinesFile<TDetails> file, FileStore storage, OperationProgress progress)
    : ImportCommand<FirmLinesFile<TDetails>.Stated>(context, file, storage, progress)
    where TDetails : class
{
    /// <param name="LineId">of the line that was added or changed</param>
    /// <param name="Title">what the line is about, for the preview</param>
    protected sealed record Taken(OrganisationPart Part, Guid LineId, bool IsNew, IReadOnlyList<FieldChange> Changes, string Title);

    public override Access Access => Access.Needs(OrganisationsCapability.Keep);

    protected sealed override Guid? SentFor => Actor.May(OrganisationsCapability.Change) ? null : Actor.OrganisationId;

    protected override string? Refusal()
        => Actor.WriteDistrict == DistrictIds.City ? "名册属于区县；请由区县专员、联盟书记或企业负责人导入。"
            : !Actor.May(OrganisationsCapability.Change) && Actor.OrganisationId is null ? "您的账号没有关联企业，不能导入；请联系系统管理员。" : null;

    protected sealed override Fact Imported(string fileHash, ImportTally tally) => new FirmLinesImported(fileHash, Kind.Key, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    /// <summary>Puts one line to its organisation; <c>Changes</c> is empty when it says what is known already.</summary>
    protected abstract Taken Take(Organisation firm, TDetails details, Origin origin);

    protected sealed override async Task TakeAsync(IReadOnlyList<ImportSource<FirmLinesFile<TDetails>.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var ids = lines.Select(l => l.Details!.Firm.Id).Distinct().ToList();
        var firms = (await Db.Set<Organisation>().Whole().Where(o => ids.Contains(o.Id)).ToListAsync(cancellation)).ToDictionary(o => o.Id);
        var origin = new Origin(DataSource.Roster, Now, Actor.UserId);
        foreach (var line in lines)
        {
            var stated = line.Details!;
            if (!firms.TryGetValue(stated.Firm.Id, out var firm)) continue;
            // A preview changes the loaded firms too and forgets them, so that both come to the same fingerprint.
            var taken = Take(firm, stated.Details, origin);
            tally.Take(new(line.Row.RowNumber, taken.Title, firm.Uscc, taken.IsNew, taken.IsNew ? [] : taken.Changes) { Detail = $"{ListExport.Words(taken.Part)} · {firm.Name}" }, taken.IsNew ? $"{firm.Id}|{stated.Key}" : taken.LineId.ToString());
            if (commit && (taken.IsNew || taken.Changes.Count > 0))
                Record(new OrganisationLineChanged(firm.Id, taken.Part, taken.IsNew ? LineStep.Added : LineStep.Changed, taken.LineId, taken.Changes));
        }
    }
}

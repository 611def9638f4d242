using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Takes sets of synonyms over: new ones, and those of which the file writes other words. Effective at once, as from the form.</summary>
public sealed class ImportSynonyms(UseCaseContext context, ImportSynonymsFile file, FileStore storage, OperationProgress progress) : ImportCommand<ImportSynonymsFile.Stated>(context, file, storage, progress)
{
    public override Access Access => Access.Needs(MatchingCapability.Words);

    public override ImportKind Kind => ImportSynonymsFile.Kind;

    protected override Permission? ReadBy => MatchingCapability.Words;

    protected override string? LockName(Input input) => SynonymRules.LockOf(Actor);

    protected override Fact Imported(string fileHash, ImportTally tally) => new SynonymsImported(fileHash, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<ImportSynonymsFile.Stated>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var ids = lines.Where(l => l.Details is { Changes: true, Known: not null }).Select(l => l.Details!.Known!.Id).ToList();
        var sets = commit ? await Db.Set<SynonymSet>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation) : [];
        foreach (var line in lines)
        {
            var (words, known, changes) = line.Details!;
            var text = string.Join("＝", words);
            tally.Take(new(line.Row.RowNumber, text, null, known is null, known is not null && changes ? [new("同义词", string.Join("＝", known.Words), text)] : []), known?.Id.ToString() ?? text);
            if (!commit || !changes) continue;
            if (known is null)
            {
                var set = SynonymSet.Of(Actor.WriteDistrict, words, Now);
                Db.Add(set);
                Record(new SynonymsAdded(set.Id));
            }
            else
            {
                sets[known.Id].Say(words, Now);
                Record(new SynonymsChanged(known.Id));
            }
        }
    }
}

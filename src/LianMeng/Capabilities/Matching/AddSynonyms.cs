using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Adds sets of synonyms, one a line, also as copied from a sheet: all of them or none.</summary>
public sealed class AddSynonyms(UseCaseContext context, SynonymRules rules) : Command<AddSynonyms.Input, AddSynonyms.Added>(context)
{
    private const int MostLines = 100, MostText = 8000;

    public sealed class Input
    {
        [Display(Name = "同义词"), Required, StringLength(MostText)]
        public string? Text { get; set; }
    }

    public sealed record Added(IReadOnlyList<Guid> Ids);

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override string? LockName(Input input) => SynonymRules.LockOf(Actor);

    protected override async Task<Outcome<Added>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var lines = input.Text!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostLines) return Outcome<Added>.Invalid("text", $"一次最多 {MostLines} 组，现有 {lines.Length} 行，请分次添加。");
        List<IReadOnlyList<string>> known = [.. (await rules.OwnAsync(cancellation)).Select(s => s.Words)];
        if (known.Count + lines.Length > SynonymSet.MostOfDistrict) return Outcome<Added>.Refused($"最多 {SynonymSet.MostOfDistrict} 组同义词，已有 {known.Count} 组；请先删去不用的。");
        List<string> problems = [];
        List<Guid> ids = [];
        foreach (var line in lines)
        {
            var (words, problem) = rules.Read(line, known);
            if (problem is not null)
            {
                problems.Add(lines.Length == 1 ? problem : $"第 {Array.IndexOf(lines, line) + 1} 行：{problem}");
                continue;
            }

            known.Add(words);
            var set = SynonymSet.Of(Actor.WriteDistrict, words, Now);
            Db.Add(set);
            Record(new SynonymsAdded(set.Id));
            ids.Add(set.Id);
        }

        return problems.Count > 0 ? Outcome<Added>.Invalid(new Dictionary<string, string[]> { ["text"] = [.. problems] }) : ids.Count == 0 ? Outcome<Added>.Invalid("text", "请至少写一组同义词。") : Outcome<Added>.Done(new(ids));
    }
}

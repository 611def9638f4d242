using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Writes one set of synonyms anew.</summary>
public sealed class EditSynonyms(UseCaseContext context, SynonymRules rules) : Command<EditSynonyms.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "同义词"), Required, StringLength(SynonymSet.WordsLimit)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override string? LockName(Input input) => SynonymRules.LockOf(Actor);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var own = await rules.OwnAsync(cancellation);
        if (own.FirstOrDefault(s => s.Id == input.Id) is not { } set) return Outcome<Guid>.NotFound();
        Expect(set, input.Version);
        var (words, problem) = rules.Read(input.Text!.Replace('\n', '='), own.Where(s => s.Id != set.Id).Select(s => s.Words));
        if (problem is not null) return Outcome<Guid>.Invalid("text", problem);
        if (words.SequenceEqual(set.Words)) return Outcome<Guid>.Done(set.Id);
        set.Say(words, Now);
        Record(new SynonymsChanged(set.Id));
        return Outcome<Guid>.Done(set.Id);
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Takes one's own saved search away.</summary>
public sealed class RemoveSavedSearch(UseCaseContext context) : Command<RemoveSavedSearch.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var search = await Db.Set<SavedSearch>().OwnOf(Actor).FirstOrDefaultAsync(s => s.Id == input.Id, cancellation);
        if (search is null) return Outcome<Guid>.NotFound();
        Db.Remove(search);
        if (await Db.Set<SavedSearchAnswers>().FirstOrDefaultAsync(a => a.Id == search.Id, cancellation) is { } answers) Db.Remove(answers);
        Record(new SavedSearchRemoved(search.Id, search.UserId));
        return Outcome<Guid>.Done(search.Id);
    }
}

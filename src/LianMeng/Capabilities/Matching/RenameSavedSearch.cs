using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Gives one's own saved search another name.</summary>
public sealed class RenameSavedSearch(UseCaseContext context) : Command<RenameSavedSearch.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "名称"), Required, StringLength(SavedSearch.NameLimit)]
        public string? Name { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override string? LockName(Input input) => SaveSearch.LockOf(Actor);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var own = Db.Set<SavedSearch>().OwnOf(Actor);
        if (await own.FirstOrDefaultAsync(s => s.Id == input.Id, cancellation) is not { } search) return Outcome<Guid>.NotFound();
        Expect(search, input.Version);
        if (search.Name == input.Name) return Outcome<Guid>.Done(search.Id);
        if (await own.AnyAsync(s => s.Name == input.Name, cancellation)) return SaveSearch.SameName<Guid>();
        search.Rename(input.Name!);
        Record(new SavedSearchRenamed(search.Id, search.UserId));
        return Outcome<Guid>.Done(search.Id);
    }
}

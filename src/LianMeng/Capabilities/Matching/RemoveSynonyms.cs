using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Takes one set of synonyms away; the next search does without it.</summary>
public sealed class RemoveSynonyms(UseCaseContext context) : Command<RemoveSynonyms.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await Db.Set<SynonymSet>().FirstOrDefaultAsync(s => s.Id == input.Id && s.DistrictId == Actor.WriteDistrict, cancellation) is not { } set) return Outcome<Guid>.NotFound();
        Db.Remove(set);
        Record(new SynonymsRemoved(set.Id));
        return Outcome<Guid>.Done(set.Id);
    }
}

using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Who left an alliance with something open, and who could see to it.</summary>
public sealed class ShowLeftEntries(UseCaseContext context, LeftEntries left, MandateBook mandates, PersonNames people) : Show<ShowLeftEntries.Input, ShowLeftEntries.View>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }
    }

    /// <param name="People">with a post in the alliance now</param>
    public sealed record View(IReadOnlyList<Leaver> Leavers, IReadOnlyList<ShowMembership.Person> People);

    /// <param name="Count">entries not struck off</param>
    public sealed record Leaver(Guid UserId, string Name, int Count);

    public override Access Access => Access.Needs(AlliancesCapability.Act);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (!await Db.Set<Alliance>().Within(Actor, AlliancesCapability.Act).AnyAsync(a => a.Id == input.Id, cancellation)) return null;
        var counts = await left.All().Where(e => e.AllianceId == input.Id).GroupBy(e => e.OwnerId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        if (counts.Count == 0) return new([], []);
        var names = await people.KnownAsync([.. counts.Select(c => c.Key)], cancellation);
        var holding = await mandates.HeldNow(input.Id).Select(m => new ShowMembership.Person(m.UserId, m.Name)).Distinct().ToListAsync(cancellation);
        return new([.. counts.Select(c => new Leaver(c.Key, names.GetValueOrDefault(c.Key, "已离任人员"), c.Count)).OrderBy(l => l.Name, StringComparer.Ordinal)], [.. holding.OrderBy(p => p.Name, StringComparer.Ordinal)]);
    }
}

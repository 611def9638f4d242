using System.Collections.Concurrent;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Matching;

/// <summary>This node's synonyms in memory, as the ledger's follower keeps them. A question of a district knows its own and the city's, never another district's.</summary>
public sealed class SynonymBook
{
    private readonly ConcurrentDictionary<Guid, (Guid District, IReadOnlyList<string> Words)> sets = new();
    private ConcurrentDictionary<Guid, Synonyms> made = new();

    public void Put(SynonymSet set)
    {
        sets[set.Id] = (set.DistrictId, set.Words);
        made = new();
    }

    public void Remove(Guid id)
    {
        if (sets.TryRemove(id, out _)) made = new();
    }

    /// <returns>null when there are none</returns>
    public Synonyms? Of(Guid district)
    {
        if (sets.IsEmpty) return null;
        // taken before it is read: what changes meanwhile replaces the whole
        var current = made;
        return current.GetOrAdd(district, _ => new([.. sets.OrderBy(s => s.Key).Select(s => s.Value).Where(s => s.District == district || s.District == DistrictIds.City).Select(s => s.Words)]));
    }
}

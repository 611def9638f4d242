using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Districts.Public;

/// <summary>What the head of the page says of where one is.</summary>
public sealed class DistrictNames(AppDb db)
{
    /// <returns>the district's name (全市 for city posts), and whether what one sees is invented data</returns>
    public async Task<(string? Name, bool Demonstration)> OfAsync(Actor actor)
    {
        var districts = await db.Set<District>().AsNoTracking().ToListAsync();
        // Whoever works for the whole city is told of any demonstration in it.
        return (districts.FirstOrDefault(d => d.Id == actor.WriteDistrict)?.Name,
            districts.Any(d => d.IsDemonstration && (actor.WriteDistrict == DistrictIds.City || actor.ReadDistricts.Contains(d.Id))));
    }

    /// <summary>All districts without the city's own row, in the order of their codes.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AllAsync()
        => [.. (await db.Set<District>().AsNoTracking().Where(d => d.Id != DistrictIds.City).OrderBy(d => d.RegionCode).ToListAsync()).Select(d => (d.Id, d.Name))];
}

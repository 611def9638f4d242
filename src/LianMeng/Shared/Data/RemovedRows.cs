#pragma warning disable RS0030 // the one way past the filter of what was removed; the district's stays
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Data;

/// <summary>Rows that left, for those who clear up behind them.</summary>
public static class RemovedRows
{
    /// <summary>Present and removed ones, within the actor's districts.</summary>
    public static IQueryable<T> WithRemoved<T>(this AppDb db) where T : class, IRemovable => db.Set<T>().IgnoreQueryFilters(["present"]);
}

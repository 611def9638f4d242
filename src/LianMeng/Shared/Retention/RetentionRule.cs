using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Retention;

/// <summary>One kind of rows that need not be kept for ever. A capability registers it with <c>services.AddRetention&lt;T&gt;()</c>; a job applies it every night, district by district.</summary>
public abstract class RetentionRule
{
    public const string Group = "保存期限";

    /// <summary>Days; also declared in the capability's <c>Settings</c>.</summary>
    public abstract Setting Keep { get; }

    /// <summary>What is removed, in Chinese.</summary>
    public abstract string Title { get; }

    /// <summary>Rows of a district that were done with before that instant (UTC), oldest first.</summary>
    protected abstract IQueryable<object> Old(AppDb db, Guid districtId, DateTime before);

    /// <summary>Marks up to so many of them as removed; the caller saves.</summary>
    public async Task<int> RunBatchAsync(AppDb db, Actor actor, DateTime before, int most, CancellationToken cancellation)
    {
        var rows = await Old(db, actor.WriteDistrict, before).Take(most).ToListAsync(cancellation);
        db.RemoveRange(rows);
        return rows.Count;
    }
}

public static class RetentionServices
{
    public static void AddRetention<T>(this IServiceCollection services) where T : RetentionRule => services.AddSingleton<RetentionRule, T>();
}

using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts.Public;

/// <summary>Names for the ledger's actor keys: the ledger keeps ids, screens show names.</summary>
public sealed class PersonNames(AppDb db)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> actorKeys, CancellationToken cancellation)
    {
        var keys = actorKeys.Distinct(StringComparer.Ordinal).ToList();
        var ids = keys.Select(IdOf).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return keys.ToDictionary(k => k, k => Words(k, names), StringComparer.Ordinal);
    }

    /// <summary>Accounts whose name or user name contains the word.</summary>
    public IQueryable<Guid> Named(string word)
    {
        var upper = word.Trim().ToUpperInvariant();
        return db.Users.AsNoTracking().Where(u => u.DisplayName.Contains(word.Trim()) || u.NormalizedUserName!.Contains(upper)).OrderBy(u => u.Id).Select(u => u.Id);
    }

    /// <summary>Those of the ids that are persons, with their names.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        => await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);

    private static Guid? IdOf(string key) => key.Split(':') is [_, var id] && Guid.TryParse(id, out var guid) ? guid : null;

    private static string Words(string key, Dictionary<Guid, string> names) => key switch
    {
        "console" => "控制台",
        "anonymous" => "未登录者",
        _ when key.StartsWith("job:", StringComparison.Ordinal) => "系统",
        _ when IdOf(key) is { } id && names.TryGetValue(id, out var name) => key.StartsWith("token:", StringComparison.Ordinal) ? $"{name}（接口）" : name,
        _ => "已注销的账号",
    };
}

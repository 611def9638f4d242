using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Settings;

/// <summary>What is set now, from memory. A change is seen on this node at once and on every other within a second.</summary>
public sealed class SettingValues(IConfiguration configuration, TrustedScopes scopes, LedgerSignal signal, ILogger<SettingValues> logger) : LedgerFollower(scopes, signal, logger)
{
    private volatile IReadOnlyDictionary<string, int> set = new Dictionary<string, int>();

    public override string Title => "系统设置";

    public override IReadOnlyList<FollowerSize> Sizes => [new("settings", "改过的设置", set.Count)];

    public int Of(Setting setting) => set.TryGetValue(setting.Key, out var value) ? Math.Clamp(value, setting.Least, setting.Most) : DefaultOf(setting);

    public bool IsOn(Setting setting) => Of(setting) != 0;

    /// <summary>What holds while nobody set anything: the configuration's word, else the setting's own.</summary>
    public int DefaultOf(Setting setting) => configuration.GetValue<int?>($"Settings:{setting.Key}") ?? setting.Default;

    protected override async Task LoadAsync(AppDb db, CancellationToken cancellation)
        => set = await db.Set<SettingRow>().AsNoTracking().ToDictionaryAsync(r => r.Key, r => r.Value, cancellation);

    protected override Task FollowAsync(AppDb db, IReadOnlyCollection<Guid> changed, CancellationToken cancellation)
        => changed.Contains(SettingRow.SubjectId) ? LoadAsync(db, cancellation) : Task.CompletedTask;
}

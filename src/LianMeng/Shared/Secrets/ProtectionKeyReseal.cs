using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Secrets;

internal sealed class ProtectionKeyReseal(KeyRing keys, Sealer sealer) : Reseal
{
    public override string Title => "会话密钥";

    public override async Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation)
    {
        if (services.GetRequiredService<ActorScope>().Actor.WriteDistrict != DistrictIds.City) return 0;
        var current = Sealer.PrefixOf(keys.CurrentId);
        var rows = await services.GetRequiredService<AppDb>().Set<ProtectionKey>().Where(k => !k.Xml.StartsWith(current)).OrderBy(k => k.Number).Take(most).ToListAsync(cancellation);
        foreach (var row in rows) row.Reseal(sealer.Seal(ProtectionKey.Purpose, sealer.Open(ProtectionKey.Purpose, row.Xml)));
        return rows.Count;
    }
}

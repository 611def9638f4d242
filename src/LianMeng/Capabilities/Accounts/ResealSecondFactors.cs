using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The secrets of authenticators, when the keys are changed. They belong to no district.</summary>
internal sealed class ResealSecondFactors(KeyRing keys, Sealer sealer) : Reseal
{
    public override string Title => "验证器密钥";

    public override async Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation)
    {
        if (services.GetRequiredService<ActorScope>().Actor.WriteDistrict != DistrictIds.City) return 0;
        var current = Sealer.PrefixOf(keys.CurrentId);
        var old = await services.GetRequiredService<AppDb>().Set<SecondFactor>().Where(f => !f.SealedSecret.StartsWith(current)).OrderBy(f => f.Id).Take(most).ToListAsync(cancellation);
        foreach (var factor in old) factor.Reseal(sealer.Seal(SecondFactors.Purpose, sealer.Open(SecondFactors.Purpose, factor.SealedSecret)));
        return old.Count;
    }
}

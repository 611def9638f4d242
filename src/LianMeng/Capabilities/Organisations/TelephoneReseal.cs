using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

internal sealed class TelephoneReseal(KeyRing keys, Telephones telephones) : Reseal
{
    public override string Title => "企业联系电话";

    public override async Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation)
    {
        var district = services.GetRequiredService<ActorScope>().Actor.WriteDistrict;
        var current = Sealer.PrefixOf(keys.CurrentId);
        var firms = await services.GetRequiredService<AppDb>().Set<Organisation>()
            .Where(o => o.DistrictId == district && o.ContactPhone != null && !o.ContactPhone.StartsWith(current)).OrderBy(o => o.Id).Take(most).ToListAsync(cancellation);
        foreach (var firm in firms) firm.ResealTelephone(telephones.Seal(telephones.Open(firm.ContactPhone))!);
        return firms.Count;
    }
}

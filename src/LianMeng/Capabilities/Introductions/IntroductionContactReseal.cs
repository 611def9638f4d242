using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

internal sealed class IntroductionContactReseal(KeyRing keys, Telephones telephones) : Reseal
{
    public override string Title => "对接双方的联系电话";

    public override async Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation)
    {
        var district = services.GetRequiredService<ActorScope>().Actor.WriteDistrict;
        var current = Sealer.PrefixOf(keys.CurrentId);
        var contacts = await services.GetRequiredService<AppDb>().Set<IntroductionContact>()
            .Where(c => c.DistrictId == district && !c.Phone.StartsWith(current)).OrderBy(c => c.Id).Take(most).ToListAsync(cancellation);
        foreach (var contact in contacts) contact.Reseal(telephones.Seal(telephones.Open(contact.Phone))!);
        return contacts.Count;
    }
}

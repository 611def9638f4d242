using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>待交接: entries not struck off whose owner holds no post in the alliance any more. They have fallen to the liaison of the unit, and stay red until they are handed over.</summary>
public sealed class LeftEntries(AppDb db, MandateBook mandates)
{
    public IQueryable<RegisterEntry> All()
    {
        var held = mandates.HeldNow();
        return db.Set<RegisterEntry>().Where(e => e.State != RegisterState.StruckOff && e.OwnerId != null && !held.Any(m => m.AllianceId == e.AllianceId && m.UserId == e.OwnerId));
    }
}

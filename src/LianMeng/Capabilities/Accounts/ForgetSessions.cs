using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes sessions out that ended, or were last used, long ago, and challenges that have run out. Once a day, for the whole city.</summary>
public sealed class ForgetSessions(UseCaseContext context) : Command<ForgetSessions.Input, int>(context)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private const int Most = 5000;

    public sealed class Input;

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict != DistrictIds.City) return Outcome<int>.Done(0);
        var before = Now - Kept;
        var old = await Db.Set<UserSession>().Join(Db.Set<SessionSighting>(), s => s.Id, seen => seen.Id, (s, seen) => new { Session = s, Seen = seen })
            .Where(s => s.Session.EndedAt < before || s.Seen.LastSeenAt < before).OrderBy(s => s.Session.Id).Take(Most).ToListAsync(cancellation);
        var spent = await Db.Set<SpentTicket>().Where(t => t.At < before).OrderBy(t => t.Id).Take(Most).ToListAsync(cancellation);
        if (old.Count + spent.Count == 0) return Outcome<int>.Done(0);

        Db.RemoveRange(old.Select(o => o.Session));
        Db.RemoveRange(old.Select(o => o.Seen));
        Db.RemoveRange(spent);
        Record(new SessionsForgotten(old.Count));
        return Outcome<int>.Done(old.Count);
    }
}

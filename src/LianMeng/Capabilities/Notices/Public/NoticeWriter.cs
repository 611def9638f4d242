using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>
/// Tells people something, within the running save: a notice is there if and only if what it tells of is. Used by commands
/// that run as a job in the district of the person told (<see cref="PeopleOf.Holder.DistrictId"/>).
/// </summary>
public sealed class NoticeWriter(AppDb db, Actor actor, FactBuffer facts, PeopleOf people, TimeProvider clock)
{
    /// <summary>Adds the notice and its fact to the save. Whoever cannot sign in any more, or writes to another district by now, is not told; who was told already (same key) neither, unless it is a digest; nor who does not want to hear of its topic.</summary>
    public async Task TellAsync(NoticeDraft draft, CancellationToken cancellation)
    {
        if (!(await people.DistrictsAsync([draft.UserId], cancellation)).TryGetValue(draft.UserId, out var district)) return;
        // Planned for a post that ended in between: what it would tell is no longer this person's business.
        if (district != actor.WriteDistrict) return;

        // Looked at when it is told, not when it was planned: who has just said no is not told any more.
        if (NoticeRefusal.TopicOf(draft.Kind) is { } topic && await db.Set<NoticeRefusal>().AnyAsync(r => r.UserId == draft.UserId && r.Topic == topic, cancellation)) return;

        var notice = db.Set<Notice>().Local.FirstOrDefault(n => n.UserId == draft.UserId && n.DedupKey == draft.DedupKey)
            ?? await db.Set<Notice>().FirstOrDefaultAsync(n => n.UserId == draft.UserId && n.DedupKey == draft.DedupKey, cancellation);
        if (notice is not null && !draft.Digest) return;
        var now = clock.GetUtcNow().UtcDateTime;
        if (notice is null) db.Add(notice = Notice.Of(draft, now));
        else notice.Raise(draft, now);
        facts.Add(new NoticeSent(notice.Id, notice.UserId, notice.Kind, notice.SubjectId));
    }
}

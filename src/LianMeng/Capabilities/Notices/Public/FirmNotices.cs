using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>Tells the people of firms something, within the running save: those whose post carries the permission, but for the one who does it.</summary>
public sealed class FirmNotices(Actor actor, PeopleOf people, NoticeWriter notices)
{
    /// <param name="about">what each is told</param>
    public async Task TellAsync(IReadOnlyCollection<Guid> firms, Permission permission, Func<Guid, NoticeDraft> about, CancellationToken cancellation)
    {
        var told = (await people.OfOrganisationsAsync(firms, cancellation)).Where(h => permission.Roles.Contains(h.Role) && h.UserId != actor.UserId).Select(h => h.UserId).Distinct();
        foreach (var person in told) await notices.TellAsync(about(person), cancellation);
    }
}

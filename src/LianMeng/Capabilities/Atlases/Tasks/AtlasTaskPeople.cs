using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>Who may see to a task, and whom to tell of it.</summary>
public sealed class AtlasTaskPeople(Actor actor, PeopleOf people, PersonNames names, MandateBook mandates, FirmDirectory directory, NoticeWriter notices)
{
    /// <summary>The district's officers, and whoever holds a post in one of its alliances.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(Guid districtId, CancellationToken cancellation)
    {
        var officers = (await people.OfDistrictAsync(districtId, Role.DistrictOfficer, cancellation)).Select(h => h.UserId).ToList();
        var posts = await mandates.HeldNow().Where(m => m.DistrictId == districtId && m.CanSignIn).Select(m => m.UserId).Distinct().ToListAsync(cancellation);
        List<Guid> own = actor is { UserId: { } user, OrganisationId: null } && actor.WriteDistrict == districtId ? [user] : [];
        var known = await names.KnownAsync([.. own.Concat(officers).Concat(posts).Distinct()], cancellation);
        return [.. known.Select(p => (p.Key, p.Value)).OrderBy(p => p.Value, StringComparer.Ordinal).ThenBy(p => p.Key)];
    }

    /// <summary>Who is to see to a task, as an officer writes it down.</summary>
    /// <param name="organisation">full name or unified social credit code</param>
    /// <returns>the organisation, or what is wrong by field</returns>
    internal async Task<(Guid? Organisation, Dictionary<string, string[]>? Problems)> OwnersOfAsync(Guid districtId, string? organisation, Guid? person, CancellationToken cancellation)
    {
        Guid? firm = null;
        if (!string.IsNullOrWhiteSpace(organisation))
        {
            var found = (await directory.NamedAsync(districtId, [organisation], cancellation))[organisation].ToList();
            if (found.Count != 1) return (null, new() { ["organisation"] = [found.Count == 0 ? "名册里没有这家单位，请填写全称或统一社会信用代码。" : "有几家单位叫这个名称，请填写统一社会信用代码。"] });
            firm = found[0].Id;
        }

        if (person is { } user && !(await OfAsync(districtId, cancellation)).Any(p => p.Id == user)) return (null, new() { ["userId"] = ["请从本区县的专员和在联盟任职的人里选择。"] });
        return (firm, null);
    }

    /// <param name="occasion">for each a notice of its own</param>
    internal async Task TellOwnersAsync(AtlasTask task, string occasion, CancellationToken cancellation)
    {
        foreach (var told in await OwnersAsync(task, cancellation))
            await notices.TellAsync(new(told, NoticeKind.General, "有一项图谱任务请您办理", task.Title, $"/atlas-tasks/{task.Id}", task.Id, $"atlas-task:{task.Id}:{occasion}"), cancellation);
    }

    /// <summary>Whoever a task was given to, but for the one who does it.</summary>
    private async Task<IReadOnlyList<Guid>> OwnersAsync(AtlasTask task, CancellationToken cancellation)
    {
        if (task.OwnerId is { } owner) return owner == actor.UserId ? [] : [owner];
        if (task.OwnerOrganisationId is { } organisation)
            return [.. (await people.OfOrganisationsAsync([organisation], cancellation)).Where(h => h.DistrictId == task.DistrictId && h.UserId != actor.UserId).Select(h => h.UserId).Distinct()];
        return [.. (await people.OfDistrictAsync(task.DistrictId, Role.DistrictOfficer, cancellation)).Select(h => h.UserId).Where(u => u != actor.UserId).Distinct()];
    }
}

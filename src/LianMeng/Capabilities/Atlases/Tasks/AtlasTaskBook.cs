using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>The tasks of atlases as the actor may see them: officers all of their districts, others those they see to or asked for.</summary>
public sealed class AtlasTaskBook(AppDb db, Actor actor)
{
    private readonly Dictionary<Guid, ILookup<string, AtlasTaskMark>> marks = [];

    /// <summary>Does the actor work for the district, with its firms' figures?</summary>
    public bool IsOfficer => actor.May(OrganisationCards.PrivateNeeds);

    public IQueryable<AtlasTask> Visible()
    {
        var tasks = db.Set<AtlasTask>().AsNoTracking();
        if (IsOfficer) return tasks;
        var (user, own) = (actor.UserId, actor.OrganisationId);
        return tasks.Where(t => (user != null && t.OwnerId == user) || (own != null && (t.OwnerOrganisationId == own || t.StartedByOrganisationId == own)));
    }

    /// <summary>May the actor start this from a row? Officers from any; a firm an introduction or a difficulty from its own.</summary>
    public bool MayStart(AtlasRow row, AtlasTaskAction action)
        => actor.May(AtlasesCapability.Act) && row.Actions.Contains(action)
            && (IsOfficer || (action is AtlasTaskAction.Introduce or AtlasTaskAction.Difficulty && actor.OrganisationId is { } own && row.Firms.Contains(own)));

    /// <summary>Does the actor see to it?</summary>
    public bool SeesTo(AtlasTask task) => IsOfficer || (task.OwnerId is { } user && user == actor.UserId) || (task.OwnerOrganisationId is { } own && own == actor.OrganisationId);

    /// <summary>Did the actor's firm ask for it?</summary>
    public bool AskedFor(AtlasTask task) => task.StartedByOrganisationId is { } firm && firm == actor.OrganisationId;

    /// <summary>How the tasks of an atlas stand, by row, newest first; read once a request.</summary>
    public async Task<ILookup<string, AtlasTaskMark>> MarksAsync(Guid atlasId, CancellationToken cancellation)
    {
        if (marks.TryGetValue(atlasId, out var known)) return known;
        var tasks = await Visible().Where(t => t.AtlasId == atlasId).Select(t => new { t.Id, t.RowKey, t.Action, t.State, t.Result }).ToListAsync(cancellation);
        return marks[atlasId] = tasks.OrderByDescending(t => t.Id).ToLookup(t => t.RowKey, t => new AtlasTaskMark(t.Id, WordsOf(t.Action, t.State, t.Result), t.State), StringComparer.Ordinal);
    }

    /// <summary>已转招商线索 · 办理中.</summary>
    private static string WordsOf(AtlasTaskAction action, AtlasTaskState state, string? result)
        => $"{(action == AtlasTaskAction.Ask ? "已请企业申报" : $"已转{ListExport.Words(action)}")} · {ListExport.Words(state)}{(state == AtlasTaskState.Open || result is null ? "" : $"：{(result.Length <= 30 ? result : result[..29] + "…")}")}";
}

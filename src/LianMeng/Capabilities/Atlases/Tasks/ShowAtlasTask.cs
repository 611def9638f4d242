using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>One task, with what happened to it.</summary>
public sealed class ShowAtlasTask(UseCaseContext context, AtlasTaskBook book, OrganisationCards cards, PersonNames persons, AtlasTaskPeople people, LedgerTimeline timeline) : Show<ShowAtlasTask.Input, ShowAtlasTask.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record Firm(Guid Id, string Name);

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required Guid AtlasId { get; init; }
        public required string Atlas { get; init; }

        /// <summary>False when the atlas was deleted in the meantime.</summary>
        public required bool IsAtlasThere { get; init; }
        public required AtlasAnalysisKind Analysis { get; init; }
        public required AtlasTaskAction Action { get; init; }
        public required string Row { get; init; }
        public required string Title { get; init; }
        public string? Note { get; init; }
        public string? Organisation { get; init; }
        public string? Person { get; init; }
        public DateOnly? Deadline { get; init; }
        public required bool IsOverdue { get; init; }
        public required AtlasTaskState State { get; init; }
        public string? Result { get; init; }
        public required DateTime StartedAt { get; init; }
        public string? StartedBy { get; init; }
        public string? StartedByOrganisation { get; init; }
        public DateTime? ClosedAt { get; init; }
        public string? ClosedBy { get; init; }
        public required IReadOnlyList<Firm> Firms { get; init; }
        /// <summary>For officers: whom it may be given to, while it is open.</summary>
        public IReadOnlyList<ShowTaskStart.Person> People { get; init; } = [];

        /// <summary>Who sees to it, to be changed.</summary>
        public Guid? PersonId { get; init; }
        public required bool MayMove { get; init; }
        public required bool MayDrop { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await book.Visible().FirstOrDefaultAsync(t => t.Id == input.Id, cancellation) is not { } task) return null;
        var atlas = await Db.Set<Atlas>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == task.AtlasId, cancellation);
        var concerned = await Db.Set<AtlasTaskFirm>().AsNoTracking().Where(f => f.TaskId == task.Id).Select(f => f.OrganisationId).ToListAsync(cancellation);
        var names = (await cards.OfAsync([.. concerned.Concat(new[] { task.OwnerOrganisationId, task.StartedByOrganisationId }.OfType<Guid>()).Distinct()], cancellation)).ToDictionary(c => c.Id, c => c.Name);
        var known = await persons.KnownAsync([.. new[] { task.OwnerId, task.StartedBy, task.ClosedBy }.OfType<Guid>().Distinct()], cancellation);
        var own = task.DistrictId == Actor.WriteDistrict && Actor.May(AtlasesCapability.Act);
        var moves = own && book.SeesTo(task);
        return new()
        {
            Id = task.Id, Version = task.Version, AtlasId = task.AtlasId, Atlas = atlas?.Title ?? "（已删除的图谱）", IsAtlasThere = atlas is not null, Analysis = task.Analysis, Action = task.Action, Row = task.RowKey,
            Title = task.Title, Note = task.Note, Organisation = NameOf(task.OwnerOrganisationId), Person = PersonOf(task.OwnerId), Deadline = task.Deadline, IsOverdue = task.IsOverdue(ChinaTime.Today(Now)),
            State = task.State, Result = task.Result, StartedAt = task.StartedAt, StartedBy = PersonOf(task.StartedBy), StartedByOrganisation = NameOf(task.StartedByOrganisationId), ClosedAt = task.ClosedAt, ClosedBy = PersonOf(task.ClosedBy),
            Firms = [.. concerned.Select(id => new Firm(id, names.GetValueOrDefault(id) ?? "（已移出名册）")).OrderBy(f => f.Name, StringComparer.Ordinal)],
            PersonId = task.OwnerId, People = own && book.IsOfficer && task.State == AtlasTaskState.Open ? [.. (await people.OfAsync(task.DistrictId, cancellation)).Select(p => new ShowTaskStart.Person(p.Id, p.Name))] : [],
            MayMove = moves, MayDrop = moves || (own && book.AskedFor(task)), Timeline = await timeline.OfAsync(task.Id, cancellation),
        };

        string? NameOf(Guid? id) => id is { } firm ? names.GetValueOrDefault(firm) ?? "（已移出名册）" : null;
        string? PersonOf(Guid? id) => id is { } person ? known.GetValueOrDefault(person) : null;
    }
}

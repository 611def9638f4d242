using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>One difficulty: where it is, who has it, what was promised by when, what each firm said, and what the actor may do now.</summary>
public sealed class ShowDifficulty(UseCaseContext context, FirmDirectory firms, PersonNames people, DifficultyDesk desk, DifficultyLog log, LedgerTimeline timeline) : Show<ShowDifficulty.Input, ShowDifficulty.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }
        public string? Place { get; init; }
        public required DifficultyCategory Category { get; init; }
        public required DifficultyLevel Level { get; init; }
        public required DifficultyTrack Track { get; init; }
        public required DifficultySource Source { get; init; }
        public required DifficultyState State { get; init; }
        public Guid? AllianceId { get; init; }
        public string? ExternalNumber { get; init; }
        public string? ExternalState { get; init; }

        /// <summary>UTC like the others.</summary>
        public required DateTime RaisedAt { get; init; }
        public DateTime? AnsweredAt { get; init; }
        public DateTime? ClosedAt { get; init; }
        public string? RaisedBy { get; init; }
        public required bool IsOnBehalf { get; init; }
        public string? EndReason { get; init; }
        public string? RightBody { get; init; }
        public HandOverTarget? Target { get; init; }
        public Other? MergedInto { get; init; }
        public required int Round { get; init; }
        public WaitReason? Waits { get; init; }
        public DateTime? NextLimitAt { get; init; }

        /// <summary>还剩 2 个工作日.</summary>
        public required string Remaining { get; init; }
        public required bool IsOverdue { get; init; }

        /// <summary>现在由谁办理: in one sentence.</summary>
        public required string Handler { get; init; }

        /// <summary>How long the firm has waited, in working time, without what waited for itself.</summary>
        public required string FirmTime { get; init; }
        public required IReadOnlyList<Unit> Tasks { get; init; }
        public required IReadOnlyList<Firm> Firms { get; init; }
        public required IReadOnlyList<Milestone> Milestones { get; init; }
        public required IReadOnlyList<Asked> Requests { get; init; }
        public required IReadOnlyList<Note> Notes { get; init; }
        public required IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; }
        public required IReadOnlyList<Lane> Lanes { get; init; }

        /// <summary>Among those who handle it.</summary>
        public required bool IsInside { get; init; }
        public required bool MayGuide { get; init; }
        public required bool MayRule { get; init; }
        public required bool MayVerify { get; init; }
        public required bool MayFollowUp { get; init; }
        public required bool MayWithdraw { get; init; }
        public required bool MayNote { get; init; }
        public required bool MayResume { get; init; }
    }

    public sealed record Other(Guid Id, string Number);

    /// <param name="IsOwn">of the actor's unit</param>
    /// <param name="MaySign">the answer waits for somebody else of the unit, and the actor is that one</param>
    public sealed record Unit(Guid Id, Guid UnitId, string Name, bool IsLead, AssignmentMode Mode, DifficultyTaskState State, string? Request, string? Section, IReadOnlyList<string> After, DateTime AssignedAt, DateTime? LimitAt, string Remaining, bool IsOverdue, WaitReason? Waits,
        string? DisputeReason, string? DisputeNames, bool IsElevated, string? Ruling, AnswerOutcome? Outcome, string? Answer, DateTime? AnsweredAt, bool IsOwn, bool IsActive, bool MaySign);

    public sealed record Firm(Guid OrganisationId, string Name, DifficultyRating? Rating, string? Text, DateTime? RatedAt, bool IsByPhone, DateTime? FollowedUpAt, bool IsOwn);

    public sealed record Milestone(Guid Id, string Title, DateOnly Due, DateTime? MetAt, string? Evidence, bool IsLate);

    /// <param name="MayDecide">the actor does</param>
    public sealed record Asked(Guid Id, string Unit, DifficultyRequestType Type, DateOnly? Until, string Reason, DateTime AskedAt, bool? IsApproved, string? Decision, bool IsOpen, bool MayDecide);

    public sealed record Note(string Text, bool IsInternal, string Who, DateTime WrittenAt);

    /// <summary>One clock on the picture.</summary>
    public sealed record Lane(string Name, string Kind, DateTime Start, DateTime? Limit, DateTime? End, string State, Tone Tone, string Words);

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var found = await desk.Whole().AsNoTracking().SeenBy(Actor).FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (found is null) return null;
        var (inside, own) = (Actor.SeesInside(found), Actor.FirmsFor(DifficultiesCapability.Speak));
        var named = found.Tasks.Select(t => t.UnitId).Concat(found.Beneficiaries.Select(b => b.OrganisationId)).Distinct().ToList();
        var names = await firms.Firms().Where(f => named.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        string NameOf(Guid id) => names.GetValueOrDefault(id, "（已移出名册）");
        var notes = await Db.Set<DifficultyNote>().AsNoTracking().Where(n => n.DifficultyId == found.Id && (inside || !n.IsInternal)).OrderByDescending(n => n.WrittenAt).Take(200).ToListAsync(cancellation);
        var persons = await people.KnownAsync([.. notes.Select(n => n.WrittenBy).Append(found.RaisedBy).OfType<Guid>().Distinct()], cancellation);
        var clocks = await desk.Clocks.OfAsync(found.Id, [], cancellation);
        var (remaining, overdue) = desk.Clocks.Remaining(found.NextLimitAt, Now);
        var tasks = found.Tasks.Where(t => inside || t.State != DifficultyTaskState.Dropped).OrderByDescending(t => t.IsLead).ThenBy(t => t.AssignedAt).ThenBy(t => t.Id).ToList();
        var guides = Actor.MayOn(found, DifficultiesCapability.Guide);
        var other = found.MergedIntoId is { } merged ? await Db.Set<Difficulty>().AsNoTracking().SeenBy(Actor).Where(d => d.Id == merged).Select(d => new Other(d.Id, d.Number)).FirstOrDefaultAsync(cancellation) : null;
        return new View
        {
            Id = found.Id, Version = found.Version, Number = found.Number, Title = found.Title, Text = found.Text, Place = found.Place, Category = found.Category, Level = found.Level, Track = found.Track, Source = found.Source, State = found.State, AllianceId = found.AllianceId,
            ExternalNumber = found.ExternalNumber, ExternalState = found.ExternalState, RaisedAt = found.RaisedAt, AnsweredAt = found.AnsweredAt, ClosedAt = found.ClosedAt, IsOnBehalf = found.IsOnBehalf,
            RaisedBy = found.RaisedByOrganisationId is { } firm && !inside ? NameOf(firm) : found.RaisedBy is { } raiser ? persons.GetValueOrDefault(raiser) : null,
            EndReason = found.EndReason, RightBody = found.RightBody, Target = found.Target, MergedInto = other, Round = found.Round, Waits = found.Waits, NextLimitAt = found.NextLimitAt, Remaining = remaining, IsOverdue = overdue,
            Handler = HandlerOf(found, NameOf), FirmTime = clocks.FirstOrDefault(c => c.Kind == CaseClockKind.Firm) is { Elapsed: > 0 } whole ? desk.Clocks.Words(whole.Elapsed) : "",
            Tasks = [.. tasks.Select(t => UnitOf(t, found, inside, NameOf))],
            Firms = [.. found.Beneficiaries.OrderBy(b => b.Id).Select(b => new Firm(b.OrganisationId, NameOf(b.OrganisationId), b.Rating, inside || own.Contains(b.OrganisationId) ? b.Text : null, b.RatedAt, b.IsByPhone, b.FollowedUpAt, own.Contains(b.OrganisationId)))],
            Milestones = [.. found.Milestones.OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => new Milestone(m.Id, m.Title, m.Due, m.MetAt, m.Evidence, (m.MetAt is { } met ? ChinaTime.Today(met) : ChinaTime.Today(Now)) > m.Due))],
            Requests = [.. found.Requests.OrderByDescending(r => r.AskedAt).Where(r => inside || r.IsApproved == true).Select(r => AskedOf(r, found, guides, NameOf))],
            Notes = [.. notes.Select(n => new Note(n.Text, n.IsInternal, WhoOf(n), n.WrittenAt))],
            Timeline = await TimelineAsync(found.Id, inside, NameOf, cancellation),
            Lanes = [.. clocks.Where(c => inside || c.Kind is CaseClockKind.Handle or CaseClockKind.Milestone or CaseClockKind.Firm).Select(c => LaneOf(c, found, NameOf)).OfType<Lane>()],
            IsInside = inside, MayGuide = guides, MayRule = Actor.MayOn(found, DifficultiesCapability.Rule), MayVerify = found.State is DifficultyState.Answered or DifficultyState.FollowUp && found.Beneficiaries.Any(b => own.Contains(b.OrganisationId) && b.Rating != DifficultyRating.Satisfied),
            MayFollowUp = found.State is DifficultyState.Answered or DifficultyState.FollowUp && Actor.MayOn(found, DifficultiesCapability.FollowUp), MayWithdraw = found.IsOpen && Actor.May(DifficultiesCapability.Raise) && Actor.Raised(found),
            MayNote = found.IsOpen && found.DistrictId == Actor.WriteDistrict && (inside || own.Count > 0 || Actor.Raised(found)), MayResume = found.Waits is not null && (guides || (found.Waits == WaitReason.Firm && found.Beneficiaries.Any(b => own.Contains(b.OrganisationId)))),
        };

        string WhoOf(DifficultyNote note) => note.OrganisationId is { } organisation ? NameOf(organisation) : note.WrittenBy is { } person && inside ? persons.GetValueOrDefault(person, "书记或专员") : "书记或专员";
    }

    private Unit UnitOf(DifficultyTask task, Difficulty difficulty, bool inside, Func<Guid, string> nameOf)
    {
        var (remaining, overdue) = (task.Waits ?? difficulty.Waits) is { } waits && task.IsActive ? ($"暂停（{ListExport.Words(waits)}）", false) : desk.Clocks.Remaining(task.LimitAt, Now);
        var own = Actor.Handles(task) && !Actor.Trusted;
        // What is written but not signed the unit alone reads; what units said against each other those who handle it.
        var answer = task.State == DifficultyTaskState.Answered || own ? task.Answered : null;
        return new(task.Id, task.UnitId, nameOf(task.UnitId), task.IsLead, task.Mode, task.State, task.Request, task.Section, [.. difficulty.Tasks.Where(t => task.After.Contains(t.Id)).Select(t => nameOf(t.UnitId))], task.AssignedAt, task.LimitAt, remaining, overdue, task.Waits,
            inside ? task.DisputeReason : null, inside ? task.DisputeNames : null, task.IsElevated, inside ? task.Ruling : null, answer is null ? null : task.Outcome, answer, task.AnsweredAt, own, task.IsActive, own && task.State == DifficultyTaskState.Signing && task.AnsweredBy != Actor.UserId);
    }

    private Asked AskedOf(DifficultyRequest request, Difficulty difficulty, bool guides, Func<Guid, string> nameOf)
    {
        var task = difficulty.TaskOf(request.TaskId);
        var byLead = request.Type == DifficultyRequestType.Extension && task is { IsLead: false } && difficulty.Lead is { } lead && Actor.Handles(lead);
        return new(request.Id, task is null ? "" : nameOf(task.UnitId), request.Type, request.Until, request.Reason, request.AskedAt, request.IsApproved, request.Decision, request.IsOpen, request.IsOpen && (guides || byLead));
    }

    private static string HandlerOf(Difficulty difficulty, Func<Guid, string> nameOf) => difficulty.State switch
    {
        DifficultyState.Raised => "等书记受理",
        DifficultyState.Accepted => "等书记交办",
        DifficultyState.Assigned or DifficultyState.InProgress when difficulty.Lead is { } lead => $"{nameOf(lead.UnitId)}{(lead.Section is { } section ? $"（{section}）" : "")}",
        DifficultyState.Answered => "等企业评价",
        DifficultyState.FollowUp => "等书记回访",
        _ => difficulty.State.Words(),
    };

    /// <summary>What happened. The firms read the handling, by the names of units; not what units argued about.</summary>
    private async Task<IReadOnlyList<LedgerTimeline.Line>> TimelineAsync(Guid id, bool inside, Func<Guid, string> nameOf, CancellationToken cancellation)
    {
        var entries = (await log.EntriesAsync(id, cancellation)).Select(e => (Entry: e, Fact: FactCatalogue.Read(e.Kind, e.Json))).Where(e => inside || IsForFirms(e.Fact)).Reverse().ToList();
        var lines = await timeline.SayAsync([.. entries.Select(e => e.Entry)], cancellation);
        return inside ? lines : [.. lines.Zip(entries, (line, e) => line with { Who = e.Fact is DifficultyMoved { UnitId: { } unit } ? nameOf(unit) : e.Fact is DifficultyMoved { BeneficiaryId: { } firm } ? nameOf(firm) : "书记或专员" })];
    }

    private static bool IsForFirms(Fact? fact) => fact switch
    {
        DifficultyMoved moved => moved.Step is not (DifficultyStep.Disputed or DifficultyStep.Ruled or DifficultyStep.Elevated or DifficultyStep.Dropped),
        DifficultyNoted noted => !noted.IsInternal,
        _ => false,
    };

    private Lane? LaneOf(CaseClock clock, Difficulty difficulty, Func<Guid, string> nameOf)
    {
        var milestone = clock.Milestone is { } id ? difficulty.Milestones.FirstOrDefault(m => m.Id == id)?.Title : null;
        var (kind, name) = clock.Kind switch
        {
            CaseClockKind.Accept => ("受理", "书记"),
            CaseClockKind.Acknowledge => ("签收", clock.Unit is { } unit ? nameOf(unit) : ""),
            CaseClockKind.Handle => (clock.Lead ? "牵头办理" : "协办", clock.Unit is { } unit ? nameOf(unit) : ""),
            CaseClockKind.Milestone => ($"节点：{milestone}", clock.Unit is { } unit ? nameOf(unit) : ""),
            CaseClockKind.Ruling => ("裁定异议", "书记"),
            CaseClockKind.Verify => ("评价", clock.Beneficiary is { } firm ? nameOf(firm) : ""),
            _ => ("企业总时间", "企业"),
        };
        var (state, tone) = clock.State switch
        {
            CaseClockState.Running => ("进行中", clock.Percent >= 80 ? Tone.Warning : Tone.Info),
            CaseClockState.Paused => ("暂停", Tone.Neutral),
            CaseClockState.Met => ("按时", Tone.Good),
            CaseClockState.Late => ("超期", Tone.Bad),
            _ => ("停止", Tone.Neutral),
        };
        var words = clock.Remaining is { } left && clock.End is null ? left >= 0 ? $"还剩 {desk.Clocks.Words(left)}" : $"超期 {desk.Clocks.Words(left)}" : $"用时 {desk.Clocks.Words(clock.Elapsed)}";
        return new(name, clock.Round > 1 ? $"{kind}（第 {clock.Round} 次）" : kind, clock.Start.UtcDateTime, clock.Limit?.UtcDateTime, clock.End?.UtcDateTime, state + (clock.Provisional ? "（期限暂定）" : ""), tone, words);
    }
}

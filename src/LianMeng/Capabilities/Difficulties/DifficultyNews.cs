using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Tells those who must know, within the running save. A notice names the number and the title, no firm: it may leave the platform as a group message.</summary>
public sealed class DifficultyNews(Actor actor, PeopleOf people, MandateBook mandates, FirmNotices firmNotices, NoticeWriter notices, TimeProvider clock)
{
    private static readonly Role[] Guides = [Role.AllianceSecretary, Role.DeputySecretary];

    /// <summary>The people of a unit who handle its tasks.</summary>
    public async Task TellUnitAsync(Difficulty difficulty, Guid unit, string title, string text, CancellationToken cancellation)
        => await firmNotices.TellAsync([unit], DifficultiesCapability.Handle, person => Draft(difficulty, person, title, text), cancellation);

    /// <summary>All units that are at it.</summary>
    public async Task TellUnitsAsync(Difficulty difficulty, string title, string text, CancellationToken cancellation)
        => await firmNotices.TellAsync([.. difficulty.Tasks.Where(t => t.State != DifficultyTaskState.Dropped).Select(t => t.UnitId).Distinct()], DifficultiesCapability.Handle, person => Draft(difficulty, person, title, text), cancellation);

    /// <summary>The firms concerned, and whoever raised it.</summary>
    public async Task TellFirmsAsync(Difficulty difficulty, string title, string text, CancellationToken cancellation)
    {
        await firmNotices.TellAsync([.. difficulty.Beneficiaries.Select(b => b.OrganisationId)], DifficultiesCapability.Speak, person => Draft(difficulty, person, title, text), cancellation);
        if (difficulty is { RaisedByOrganisationId: null, RaisedBy: { } raiser } && raiser != actor.UserId) await notices.TellAsync(Draft(difficulty, raiser, title, text), cancellation);
    }

    /// <summary>Those who see to it: the alliance's secretary and deputies, else the district's officers.</summary>
    public async Task TellGuidesAsync(Difficulty difficulty, string title, string text, CancellationToken cancellation)
        => await TellAsync(difficulty, Guides, title, text, cancellation);

    /// <summary>包链领导 of its alliance; without one the officers.</summary>
    public async Task TellLeaderAsync(Difficulty difficulty, string title, string text, CancellationToken cancellation)
        => await TellAsync(difficulty, [Role.ChainLeader], title, text, cancellation);

    /// <summary>A unit has answered: the lead, and when it is the lead's answer the firms, who are asked what they think.</summary>
    public async Task TellAnsweredAsync(Difficulty difficulty, DifficultyTask task, CancellationToken cancellation)
    {
        if (task.IsLead) await TellFirmsAsync(difficulty, "难题有了答复，请您评价", "满意就办结；不满意写明原因，会退回原单位继续办。", cancellation);
        else if (difficulty.Lead is { } lead) await TellUnitAsync(difficulty, lead.UnitId, "协办单位已答复", "请接着办理。", cancellation);
    }

    /// <summary>A firm has said what it thinks.</summary>
    public async Task TellRatedAsync(Difficulty difficulty, DifficultyRating rating, CancellationToken cancellation)
    {
        if (rating == DifficultyRating.Satisfied && difficulty.State != DifficultyState.Closed) return;
        var (title, text) = rating == DifficultyRating.Satisfied ? ("难题办结", "受益企业都已评价或回访。") : ("企业不满意，难题重新办理", "还没解决的写在评价里，请接着办理。");
        if (difficulty.Lead is { } lead) await TellUnitAsync(difficulty, lead.UnitId, title, text, cancellation);
        await TellGuidesAsync(difficulty, title, text, cancellation);
    }

    /// <summary>The people of <see cref="TellGuidesAsync"/>.</summary>
    public Task<IReadOnlyList<Guid>> GuidesOfAsync(Difficulty difficulty, CancellationToken cancellation) => HoldersAsync(difficulty, Guides, cancellation);

    private async Task TellAsync(Difficulty difficulty, IReadOnlyList<Role> roles, string title, string text, CancellationToken cancellation)
    {
        foreach (var person in (await HoldersAsync(difficulty, roles, cancellation)).Where(p => p != actor.UserId)) await notices.TellAsync(Draft(difficulty, person, title, text), cancellation);
    }

    /// <summary>Who holds one of these posts in its alliance; the district's officers where nobody does, or it is in none.</summary>
    private async Task<IReadOnlyList<Guid>> HoldersAsync(Difficulty difficulty, IReadOnlyList<Role> roles, CancellationToken cancellation)
    {
        if (difficulty.AllianceId is { } alliance && await mandates.HeldNow(alliance).Where(m => roles.Contains(m.Role) && m.CanSignIn).Select(m => m.UserId).Distinct().ToListAsync(cancellation) is { Count: > 0 } held) return held;
        return [.. (await people.OfDistrictAsync(difficulty.DistrictId, Role.DistrictOfficer, cancellation)).Select(h => h.UserId).Distinct()];
    }

    private NoticeDraft Draft(Difficulty difficulty, Guid person, string title, string text)
        => new(person, NoticeKind.General, $"{title}：{difficulty.Number}", $"{difficulty.Title}。{text}", $"/difficulties/{difficulty.Id}", difficulty.Id, $"difficulty:{difficulty.Id:N}:{clock.GetUtcNow().UtcTicks}:{title}");
}

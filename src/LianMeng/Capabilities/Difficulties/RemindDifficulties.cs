using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>
/// One digest a person on a working day: the unit from half of its time on, once more at 80 % (a unit's head has no post of its own, so its liaisons), the secretary from the limit on, the
/// district's officers from one and a half times. Where the firms' time to say something is over, 回访 begins.
/// </summary>
public sealed class RemindDifficulties(UseCaseContext context, DifficultyDesk desk, PeopleOf people, NoticeWriter notices) : Command<RemindDifficulties.Input, int>(context)
{
    private const int Half = 50, Much = 80, Over = 100, FarOver = 150, Most = 5000, Named = 8;

    private readonly Dictionary<Guid, IReadOnlyList<Guid>> asked = [];

    public sealed class Input;

    private sealed record Line(Difficulty Difficulty, CaseClock Clock);

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        if (!desk.Clocks.Calendar.IsWorkingDay(today)) return Outcome<int>.Done(0);
        var open = await desk.Whole().Where(d => d.DistrictId == Actor.WriteDistrict).Open().OrderBy(d => d.NextLimitAt ?? DateTime.MaxValue).Take(Most).ToListAsync(cancellation);
        var clocks = await desk.Clocks.OfManyAsync([.. open.Select(d => d.Id)], cancellation);
        foreach (var difficulty in open.Where(d => d is { State: DifficultyState.Answered, AnsweredAt: { } at } && desk.Clocks.VerifyLimit(at) < Now)) await AskAsync(difficulty, cancellation);

        var told = new Dictionary<Guid, List<Line>>();
        foreach (var difficulty in open)
        {
            foreach (var clock in clocks[difficulty.Id].Where(c => c is { End: null, Percent: >= Half } && c.State is CaseClockState.Running or CaseClockState.Late && c.Kind is not (CaseClockKind.Verify or CaseClockKind.Firm)))
                foreach (var person in await WhomAsync(difficulty, clock, cancellation)) (told.TryGetValue(person, out var lines) ? lines : told[person] = []).Add(new(difficulty, clock));
        }

        // Of one difficulty the clock that is furthest: who has not acknowledged has not answered either.
        foreach (var (person, lines) in told) await TellAsync(person, [.. lines.GroupBy(l => l.Difficulty.Id).Select(g => g.MaxBy(l => l.Clock.Percent)!)], today, cancellation);
        return Outcome<int>.Done(told.Count);
    }

    /// <summary>The firms' time is over, and not all of them said something.</summary>
    private async Task AskAsync(Difficulty difficulty, CancellationToken cancellation)
    {
        difficulty.BeginFollowUp(Now);
        Record(new DifficultySilent(difficulty.Id));
        await desk.News.TellGuidesAsync(difficulty, "难题等您回访", "企业到期没有评价，请打电话问问；没有回访不能办结。", cancellation);
    }

    private async Task<IReadOnlyCollection<Guid>> WhomAsync(Difficulty difficulty, CaseClock clock, CancellationToken cancellation)
    {
        HashSet<Guid> whom = [];
        if (clock.Unit is { } unit)
        {
            whom.UnionWith(await OnceAsync(unit, async () => [.. (await people.OfOrganisationsAsync([unit], cancellation)).Where(h => DifficultiesCapability.Handle.Roles.Contains(h.Role)).Select(h => h.UserId)]));
            // 商请 units are reminded; nobody above them is told.
            if (clock.IsRequest) return whom;
        }

        if (clock.Unit is null || clock.Percent >= Over) whom.UnionWith(await OnceAsync(difficulty.AllianceId ?? Guid.Empty, () => desk.News.GuidesOfAsync(difficulty, cancellation)));
        if (clock.Percent >= FarOver) whom.UnionWith(await OnceAsync(difficulty.DistrictId, async () => [.. (await people.OfDistrictAsync(difficulty.DistrictId, Role.DistrictOfficer, cancellation)).Select(h => h.UserId)]));
        return whom;
    }

    /// <summary>The same unit, alliance or district has many clocks: its people are asked for once.</summary>
    private async Task<IReadOnlyList<Guid>> OnceAsync(Guid body, Func<Task<IReadOnlyList<Guid>>> ask) => asked.TryGetValue(body, out var known) ? known : asked[body] = await ask();

    private async Task TellAsync(Guid person, List<Line> lines, DateOnly today, CancellationToken cancellation)
    {
        var (late, near) = (lines.Count(l => l.Clock.Percent >= Over), lines.Count(l => l.Clock.Percent is >= Much and < Over));
        var title = late > 0 ? $"难题：{late} 项超期" : near > 0 ? $"难题：{near} 项快到期" : $"难题：{lines.Count} 项已过半";
        var words = lines.OrderByDescending(l => l.Clock.Percent).Take(Named).Select(l => $"{l.Difficulty.Number} {l.Difficulty.Title}，{(l.Clock.Remaining is { } left ? left >= 0 ? $"还剩 {desk.Clocks.Words(left)}" : $"超期 {desk.Clocks.Words(left)}" : "")}");
        await notices.TellAsync(new(person, NoticeKind.General, title, string.Join("；", words) + (lines.Count > Named ? $"；还有 {lines.Count - Named} 项" : ""), "/difficulties/board", null, $"difficulty-day:{today:yyyyMMdd}"), cancellation);
    }
}

using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Capabilities.Difficulties;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Difficulties;

/// <summary>What the clock does by itself: reminders, 回访, and the figures of a period, against a count by hand.</summary>
public sealed class DifficultyDayTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Unit = "铜梁测试水利局";

    private readonly DifficultyCast cast = new(world);

    [WorldFact]
    public async Task Who_is_late_is_told_once_a_day_who_is_silent_is_asked_and_the_figures_are_those_of_the_facts()
    {
        await cast.ComeAsync();
        var unit = (await cast.DoAsync<RegisterOrganisation, RegisterOrganisation.Input, RegisterOrganisation.Created>(cast.Officer, new() { Name = Unit, Uscc = TestCodes.Uscc(650), Kind = OrganisationKind.Department, NotListed = true })).Id;
        var made = (await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = "liaison-water", DisplayName = "水利联络员（测试）", Password = Person.Password, Role = Role.Liaison, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(650) })).Must();
        var liaison = await world.ActorAsync(new("liaison-water", Role.Liaison, made.Id));

        // One is answered at once and nobody says anything to it; one lies about.
        var silent = await cast.LedAsync("厂区排水不畅，雨天停工", Unit);
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(liaison, new() { Id = silent });
        await cast.DoAsync<AnswerDifficulty, AnswerDifficulty.Input>(liaison, new() { Id = silent, Outcome = AnswerOutcome.Solved, Text = "管道已经疏通" });
        var left = await cast.LedAsync("取水许可到期要换证", Unit);

        var calendar = world.Services.GetRequiredService<WorkCalendars>().Current;
        var days = 30;
        while (!calendar.IsWorkingDay(ChinaTime.Today(DateTime.UtcNow.AddDays(days)))) days++;
        world.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(2, await RunAsync()); // the unit's liaison, and the officer for the secretary of no alliance
        Assert.Equal(DifficultyState.FollowUp, (await cast.FindAsync(silent)).State);
        var told = Assert.Single(await NoticesAsync(made.Id), n => n.DedupKey.StartsWith("difficulty-day", StringComparison.Ordinal));
        Assert.Equal("难题：1 项超期", told.Title.Trim());
        Assert.Contains("取水许可到期要换证", told.Text, StringComparison.Ordinal);
        Assert.Contains(await NoticesAsync(world.Known.Officer.Id), n => n.Title.StartsWith("难题等您回访", StringComparison.Ordinal));
        await RunAsync();
        Assert.Single(await NoticesAsync(made.Id), n => n.DedupKey.StartsWith("difficulty-day", StringComparison.Ordinal));

        // By hand: two acceptances in time of three (the world's own lies since it was raised); of two acknowledgements one; of two answers one; one firm asked, none rated.
        var figures = await FiguresAsync();
        Assert.Equal(["Accepted 2/3", "Acknowledged 1/2", "Answered 1/2", "Rated 0/1", "Satisfied 0/0", "Reopened 0/1"], figures);
        foreach (var (kind, of, met) in new[] { (RateKind.Answered, 2, 1), (RateKind.Rated, 1, 0), (RateKind.Accepted, 3, 2) })
        {
            Assert.Equal(of, await CountAsync(kind, null));
            Assert.Equal(met, await CountAsync(kind, true));
            Assert.Equal(of - met, await CountAsync(kind, false));
        }

        // The firm says something after all, by telephone; what was late stays late.
        await cast.DoAsync<FollowUpDifficulty, FollowUpDifficulty.Input>(cast.Secretary, new() { Id = silent, OrganisationId = world.Known.Firm, Rating = DifficultyRating.Satisfied, Text = "电话里说好了" });
        await cast.DoAsync<AcknowledgeDifficulty, AcknowledgeDifficulty.Input>(liaison, new() { Id = left });
        figures = await FiguresAsync();
        Assert.Equal(["Acknowledged 1/2", "Answered 1/2"], figures.Skip(1).Take(2));
        Assert.Equal("Satisfied 1/1", figures[4]);
        Assert.Equal(DifficultyState.Closed, (await cast.FindAsync(silent)).State);
    }

    private async Task<int> RunAsync() => (await Settling.BesideTheJobAsync(() => world.AsAsync(Actor.Job("difficulty-day", [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang), s => s.GetRequiredService<RemindDifficulties>().RunAsync(new())))).Must();

    private Task<List<Notice>> NoticesAsync(Guid person) => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().Where(n => n.UserId == person).ToListAsync());

    private async Task<List<string>> FiguresAsync()
        => [.. (await world.AsAsync(cast.Officer, s => s.GetRequiredService<ShowDifficultyRates>().RunAsync(Period))).Must().All.Select(f => $"{f.Kind} {f.Met}/{f.Of}")];

    private async Task<int> CountAsync(RateKind kind, bool? met)
        => (await world.AsAsync(cast.Officer, s => s.GetRequiredService<ListRateRecords>().RunAsync(new() { Kind = kind, Met = met, From = Period.From, To = Period.To }))).Must().Total;

    private static ShowDifficultyRates.Input Period => new() { From = ChinaTime.Today(DateTime.UtcNow).AddDays(-40), To = ChinaTime.Today(DateTime.UtcNow).AddDays(60) };
}

using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>Who is told of a listing, how often, and what a firm's leaving does to its listings.</summary>
public sealed class TellingTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_firm_that_fits_is_told_five_times_a_day_and_then_by_one_digest()
    {
        // The manager's firm makes 铝合金锭.
        for (var i = 1; i <= TellCounterpart.MostADay.Default + 3; i++)
            await PostAsync(world.Known.Secretary, new() { OrganisationId = world.Known.Neighbour, Kind = ListingKind.Demand, Title = $"求购铝合金锭 第{i}批" });
        await Settling.UntilAsync("the ledger was followed", async () => await CountAsync(NoticeKind.MatchDigest) == 1 && (await DigestAsync()).Count >= 3);
        Assert.Equal(TellCounterpart.MostADay.Default, await CountAsync(NoticeKind.NewMatch));

        using var manager = await world.ApiAsync(world.Known.Manager);
        var told = await manager.GetFromJsonAsync<JsonElement>("/api/notices?kind=NewMatch&pageSize=50");
        Assert.Equal(TellCounterpart.MostADay.Default, told.GetProperty("total").GetInt32());
        var fits = await manager.GetFromJsonAsync<JsonElement>("/api/match/mine");
        Assert.Equal(1, fits.GetProperty("demands").GetArrayLength()); // one firm asks, however often
    }

    [WorldFact]
    public async Task Other_districts_are_told_of_what_is_for_the_city_and_of_nothing_else()
    {
        // The foreign manager's firm makes 铝合金锭 too.
        var own = await PostAsync(world.Known.Secretary, new() { OrganisationId = world.Known.Neighbour, Kind = ListingKind.Demand, Title = "求购铝合金锭 只给本区" });
        var city = await PostAsync(world.Known.Secretary, new() { OrganisationId = world.Known.Neighbour, Kind = ListingKind.Demand, Title = "求购铝合金锭 面向全市，电话13912345678", Visibility = ListingVisibility.City, Price = 12345.6m });
        await Settling.UntilAsync("the ledger was followed", async () => await ToldAsync(world.Known.ForeignManager, city));
        Assert.False(await ToldAsync(world.Known.ForeignManager, own));
        var text = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == world.Known.ForeignManager.Id && n.SubjectId == city).Select(n => n.Title + n.Text).SingleAsync());
        Assert.DoesNotContain("13912345678", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12345.6", text, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Firms_are_warned_a_week_ahead_once_and_officers_by_one_notice()
    {
        var today = LianMeng.Shared.Ui.ChinaTime.Today(world.Clock.GetUtcNow().UtcDateTime);
        var ending = await PostAsync(world.Known.Manager, new() { Kind = ListingKind.Demand, Title = "求购快到期的废铝", ValidUntil = today.AddDays(3) });
        for (var i = 0; i < 3; i++)
            await PostAsync(world.Known.Secretary, new() { OrganisationId = world.Known.Neighbour, Kind = ListingKind.Supply, Title = $"供应一周后到期的压铸件 {i}", ValidUntil = today.AddDays(ExpireListings.Ahead) });
        for (var twice = 0; twice < 2; twice++)
            Assert.True((await world.AsAsync(Actor.Job("test", [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang), s => s.GetRequiredService<ExpireListings>().RunAsync(new()))).IsDone);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.Kind == NoticeKind.ListingExpiring && n.SubjectId == ending)));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.Kind == NoticeKind.ListingExpiring && n.UserId == world.Known.Secretary.Id)));
    }

    [WorldFact]
    public async Task A_firm_that_is_removed_has_its_listings_withdrawn()
    {
        var firm = (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆将去铝业有限公司", Makes = "铝棒" })).Value!.Id;
        var listing = await PostAsync(world.Known.Secretary, new() { OrganisationId = firm, Kind = ListingKind.Supply, Title = "供应将去铝棒", Visibility = ListingVisibility.City });
        Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RemoveOrganisation>(), new() { Id = firm })).IsDone);
        await Settling.UntilAsync("the ledger was followed", () => world.ReadAsync(db => db.Set<Listing>().AnyAsync(l => l.Id == listing && l.State == ListingState.Withdrawn)));
        Assert.False(await world.ReadAsync(db => db.Set<PublishedListing>().AnyAsync(l => l.Id == listing)));
        using var api = await world.ApiAsync(world.Known.Secretary);
        await Settling.UntilAsync("the ledger was followed", async () => !(await api.GetStringAsync("/api/match?text=铝棒&take=50")).Contains("将去", StringComparison.Ordinal));
    }

    [WorldFact]
    public async Task What_was_saved_when_the_program_ended_is_found_when_it_is_back()
    {
        var listing = await PostAsync(world.Known.Secretary, new() { OrganisationId = world.Known.Neighbour, Kind = ListingKind.Supply, Title = "供应刚存就停的铝型材" });
        await world.RestartAsync();
        using var api = await world.ApiAsync(world.Known.Secretary);
        await Settling.UntilAsync("the ledger was followed", async () => FindMatchesTests.ListingsOf(await api.GetFromJsonAsync<JsonElement>("/api/match?text=刚存就停的铝型材")).Contains(listing));
    }

    /// <summary>Readers and an editor at once: every answer is whole, before or after.</summary>
    [WorldFact]
    public async Task Matches_are_read_while_the_listing_is_edited()
    {
        var listing = await PostAsync(world.Known.Manager, new() { Kind = ListingKind.Demand, Title = "求购铝合金压铸件 改着读" });
        using var api = await world.ApiAsync(world.Known.Manager);
        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
            {
                using var answer = await api.GetAsync($"/api/listings/{listing}/matches?take=50");
                Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
            }
        })).ToList();
        for (var i = 0; i < 15; i++)
        {
            using var put = await api.PutAsJsonAsync($"/api/listings/{listing}", new { title = i % 2 == 0 ? "求购废铝 改着读" : "求购铝合金压铸件 改着读" });
            Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        }

        await Task.WhenAll(reading);
    }

    private async Task<Guid> PostAsync(Person person, PostListing.Input input)
    {
        var outcome = await world.RunAsync(person, s => s.GetRequiredService<PostListing>(), input);
        Assert.True(outcome.IsDone, string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
        return outcome.Value!.Id;
    }

    private Task<int> CountAsync(NoticeKind kind) => world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == world.Known.Manager.Id && n.Kind == kind));

    private Task<Notice> DigestAsync() => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().SingleAsync(n => n.UserId == world.Known.Manager.Id && n.Kind == NoticeKind.MatchDigest));

    private Task<bool> ToldAsync(Person person, Guid listing) => world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.UserId == person.Id && n.SubjectId == listing));
}

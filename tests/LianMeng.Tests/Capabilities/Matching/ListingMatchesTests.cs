using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>Who answers a listing, why not a named firm, and putting one aside.</summary>
public sealed class ListingMatchesTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_demand_is_answered_by_firms_and_by_supplies_of_the_other_side()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var need = (await manager.CreateAsync("/api/listings", new { kind = "Demand", title = "求购铝合金压铸件 电机壳体", product = "铝合金压铸件" })).GetProperty("id").GetGuid();
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        var supply = (await secretary.CreateAsync("/api/listings", new { kind = "Supply", title = "承接铝合金压铸件，电机壳体", organisationId = world.Known.Neighbour })).GetProperty("id").GetGuid();

        await Settling.UntilAsync("the ledger was followed", async () => FindMatchesTests.ListingsOf(await OfAsync(manager, need)).Contains(supply));
        var view = await OfAsync(manager, need);
        Assert.Equal(need, view.GetProperty("listingId").GetGuid());
        var item = view.GetProperty("items").EnumerateArray().First();
        Assert.Equal(world.Known.Neighbour, item.GetProperty("organisationId").GetGuid());
        Assert.Equal(item.GetProperty("score").GetDouble(), item.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("weight").GetDouble()), 0.11);
        // A firm stands once, and not among its own answers.
        Assert.Single(view.GetProperty("items").EnumerateArray(), i => i.GetProperty("organisationId").GetGuid() == world.Known.Neighbour);
        Assert.DoesNotContain(view.GetProperty("items").EnumerateArray(), i => i.GetProperty("organisationId").GetGuid() == world.Known.Firm);

        // The officers see the same; other firms and districts are not told who answers it.
        Assert.Equal(view.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("organisationName").GetString()), (await OfAsync(secretary, need)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("organisationName").GetString()));
        using var foreign = await world.ApiAsync(world.Known.ForeignSecretary);
        using var hidden = await foreign.GetAsync($"/api/listings/{need}/matches");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var published = await secretary.GetAsync($"/api/listings/{world.Known.PublishedListing}/matches");
        Assert.Equal(HttpStatusCode.NotFound, published.StatusCode);
    }

    [WorldFact]
    public async Task Who_is_put_aside_ranks_lower_for_that_listing_alone()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        var first = (await secretary.CreateAsync("/api/listings", new { kind = "Demand", title = "求购铝合金锭 试甲", organisationId = world.Known.Neighbour })).GetProperty("id").GetGuid();
        var second = (await secretary.CreateAsync("/api/listings", new { kind = "Demand", title = "求购铝合金锭 试乙", organisationId = world.Known.Neighbour })).GetProperty("id").GetGuid();
        var before = await ScoreAsync(first);
        Assert.True(before > 50);

        using var rejected = await secretary.PostAsJsonAsync($"/api/listings/{first}/matches/reject", new { counterpartId = world.Known.Firm, reason = "Price", note = "比外地贵" });
        Assert.True(rejected.IsSuccessStatusCode, await rejected.Content.ReadAsStringAsync());
        Assert.True(await ScoreAsync(first) < before);
        Assert.Equal(before, await ScoreAsync(second));
        Assert.Contains("比外地贵", (await OfAsync(secretary, first)).ToString(), StringComparison.Ordinal);

        using var twice = await secretary.PostAsJsonAsync($"/api/listings/{first}/matches/reject", new { counterpartId = world.Known.Firm, reason = "Price" });
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var stranger = await secretary.PostAsJsonAsync($"/api/listings/{first}/matches/reject", new { counterpartId = world.Known.ForeignFirm, reason = "Price" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        using var restored = await secretary.PostAsJsonAsync($"/api/listings/{first}/matches/restore", new { counterpartId = world.Known.Firm });
        Assert.True(restored.IsSuccessStatusCode);
        Assert.Equal(before, await ScoreAsync(first));

        async Task<double> ScoreAsync(Guid listing) => (await OfAsync(secretary, listing)).GetProperty("items").EnumerateArray()
            .Single(i => i.GetProperty("organisationId").GetGuid() == world.Known.Firm).GetProperty("score").GetDouble();
    }

    [WorldFact]
    public async Task Why_not_a_named_firm_is_answered_and_not_for_a_foreign_one()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var need = (await manager.CreateAsync("/api/listings", new { kind = "Demand", title = "求购破碎废铝 问原因" })).GetProperty("id").GetGuid();
        var why = (await manager.GetFromJsonAsync<JsonElement>($"/api/listings/{need}/matches?why={world.Known.Neighbour}")).GetProperty("explained");
        Assert.False(why.GetProperty("qualifies").GetBoolean());
        Assert.NotEmpty(why.GetProperty("whyNot").EnumerateArray());
        var foreign = (await manager.GetFromJsonAsync<JsonElement>($"/api/listings/{need}/matches?why={world.Known.ForeignFirm}")).GetProperty("explained");
        Assert.Equal(JsonValueKind.Null, foreign.ValueKind);
    }

    [WorldFact]
    public async Task Who_agreed_ranks_higher_until_the_consent_is_taken_back()
    {
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = "agreed-once", DisplayName = "小石经理（测试）", Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(2) })).IsDone);
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var buyer = await world.ApiAsync(world.Known.Manager);
        using var seller = await world.ApiAsync(new("agreed-once", Role.EnterpriseManager, Guid.Empty));
        var need = (await buyer.CreateAsync("/api/listings", new { kind = "Demand", title = "求购铝合金压铸件 谈过的", product = "铝合金压铸件" })).GetProperty("id").GetGuid();
        var id = (await secretary.CreateAsync("/api/introductions", new { listingId = need, organisationId = world.Known.Neighbour })).GetProperty("id").GetGuid();
        foreach (var side in new[] { seller, buyer })
        {
            Assert.DoesNotContain("此前与贵方", await buyer.GetStringAsync($"/api/listings/{need}/matches"), StringComparison.Ordinal);
            using var consented = await side.PostAsJsonAsync($"/api/introductions/{id}/consent", new { contactName = "石找人", contactPhone = "13900007711" });
            Assert.True(consented.IsSuccessStatusCode, await consented.Content.ReadAsStringAsync());
        }

        Assert.Contains("此前与贵方双方同意对接", await buyer.GetStringAsync($"/api/listings/{need}/matches"), StringComparison.Ordinal);
        using var withdrawn = await seller.PostAsJsonAsync($"/api/introductions/{id}/withdraw", new { });
        Assert.True(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        var after = await buyer.GetStringAsync($"/api/listings/{need}/matches");
        Assert.Contains("重庆小石压铸有限公司", after, StringComparison.Ordinal);
        Assert.DoesNotContain("此前与贵方", after, StringComparison.Ordinal);
    }

    private static Task<JsonElement> OfAsync(HttpClient api, Guid listing) => api.GetFromJsonAsync<JsonElement>($"/api/listings/{listing}/matches?take=50");
}

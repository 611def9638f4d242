using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.FigureConsents.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.FigureConsents;

/// <summary>Who may know a firm's figures: itself, and whom it authorised, for as long as that holds and not an answer longer.</summary>
public sealed class FigureConsentTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_consent_holds_until_its_day_and_ends_at_once_when_it_is_taken_back()
    {
        var (firm, neighbour) = (world.Known.Firm, world.Known.Neighbour);
        var customer = Speaker(Role.PurchasingClerk, neighbour);
        var personnel = Speaker(Role.PersonnelClerk, neighbour);
        var secretary = await world.ActorAsync(world.Known.Secretary);
        Assert.True(await KnowsAsync(await world.ActorAsync(world.Known.Manager), firm)); // its own
        Assert.True(await KnowsAsync(secretary, firm)); // given to the chain office when the world was made
        Assert.False(await KnowsAsync(secretary, neighbour));
        Assert.False(await KnowsAsync(await world.ActorAsync(world.Known.ForeignSecretary), firm));
        Assert.False(await KnowsAsync(await world.ActorAsync(world.Known.City), firm)); // no district's officer
        Assert.False(await KnowsAsync(Actor.Job("atlas", [world.Known.Tongliang], world.Known.Tongliang), firm));
        Assert.False(await KnowsAsync(customer, firm));

        using var manager = await world.ApiAsync(world.Known.Manager);
        var today = ChinaTime.Today(world.Clock.GetUtcNow().UtcDateTime);
        async Task<Guid> GiveAsync(object body)
        {
            using var given = await manager.PostAsJsonAsync("/api/figure-consents", body);
            Assert.True(given.StatusCode == HttpStatusCode.OK, await given.Content.ReadAsStringAsync());
            return (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }

        var id = await GiveAsync(new { recipient = "Organisation", organisation = "重庆小石压铸有限公司", until = today, purpose = "核对供货" });
        Assert.True(await KnowsAsync(customer, firm));
        Assert.False(await KnowsAsync(personnel, firm)); // speaks for the same firm, but not in this
        Assert.True(await KnowsAsync(personnel, neighbour));
        using (var own = await manager.PostAsJsonAsync("/api/figure-consents", new { recipient = "Organisation", organisation = "重庆清溪铝锭有限公司", until = today })) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (var past = await manager.PostAsJsonAsync("/api/figure-consents", new { recipient = "ChainOffice", until = today.AddDays(-1) })) Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
        using (var longer = await manager.PostAsJsonAsync("/api/figure-consents", new { recipient = "ChainOffice", until = today.AddDays(800) })) Assert.Contains("最长授权两年", await longer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Out on the next day; given again it is the same one with another day.
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await KnowsAsync(customer, firm));
        using var later = await world.ApiAsync(world.Known.Manager);
        manager.DefaultRequestHeaders.Authorization = later.DefaultRequestHeaders.Authorization;
        Assert.Equal(id, await GiveAsync(new { recipient = "Organisation", organisation = "重庆小石压铸有限公司", until = today.AddDays(30) }));
        Assert.True(await KnowsAsync(customer, firm));

        // Only who is in it sees it: the officers see what was given to their office and nothing else.
        using var officer = await world.ApiAsync(world.Known.Officer);
        var offices = (await officer.GetFromJsonAsync<JsonElement>("/api/figure-consents")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()).ToList();
        Assert.Equal([world.Known.OwnFacts.Consent], offices);
        Assert.Equal(2, (await manager.GetFromJsonAsync<JsonElement>("/api/figure-consents?from=Given&state=Holds")).GetProperty("total").GetInt32());
        var page = await (await world.BrowserAsync(world.Known.Manager)).GetStringAsync("/figure-consents");
        Assert.Contains("重庆小石压铸有限公司", page, StringComparison.Ordinal);

        using (var gone = await manager.DeleteAsync($"/api/figure-consents/{id}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.False(await KnowsAsync(customer, firm));
        using (var gone = await manager.DeleteAsync($"/api/figure-consents/{world.Known.OwnFacts.Consent}")) Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.False(await KnowsAsync(secretary, firm));
        using (var twice = await manager.DeleteAsync($"/api/figure-consents/{id}")) Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    private Task<bool> KnowsAsync(Actor actor, Guid firm) => world.AsAsync(actor, async s => (await s.GetRequiredService<FigureViewer>().OfAsync(TestContext.Current.CancellationToken)).MayKnow(firm));

    private Actor Speaker(Role role, Guid firm) => Actor.Person(Guid.CreateVersion7(), "测试", [new(role, world.Known.Tongliang, null, firm)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
}

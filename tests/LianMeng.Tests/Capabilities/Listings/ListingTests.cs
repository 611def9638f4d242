using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Listings;

/// <summary>Supply and demand through the interface, as a firm and its neighbours use it.</summary>
public sealed class ListingTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static object Need(string title, string visibility = "District", string? until = null, decimal? quantity = 200) => new
    {
        kind = "Demand", title, text = "按月供货，带材质报告", product = "铝合金锭", quantity, unit = "吨/月", region = "铜梁区",
        validUntil = until ?? TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd"), visibility,
    };

    [WorldFact]
    public async Task A_firm_posts_reads_changes_and_withdraws()
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        using var posted = await api.PostAsJsonAsync("/api/listings", Need("求购 ADC12 铝合金锭"));
        Assert.True(posted.StatusCode == HttpStatusCode.Created, await posted.Content.ReadAsStringAsync());
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal($"/api/listings/{id}", posted.Headers.Location!.ToString());

        var listing = await api.GetFromJsonAsync<JsonElement>($"/api/listings/{id}");
        Assert.Equal("Open", listing.GetProperty("state").GetString());
        Assert.Equal("500151", listing.GetProperty("region").GetString());
        Assert.Equal(200m, listing.GetProperty("quantity").GetDecimal());
        var list = await api.GetFromJsonAsync<JsonElement>("/api/listings?from=Mine&pageSize=100");
        Assert.Contains(list.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetGuid() == id);

        using var changed = await api.PutAsJsonAsync($"/api/listings/{id}", Need("求购 ADC12 铝合金锭，改为月结", quantity: 300));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(300m, (await api.GetFromJsonAsync<JsonElement>($"/api/listings/{id}")).GetProperty("quantity").GetDecimal());

        using var gone = await api.DeleteAsync($"/api/listings/{id}");
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal("Withdrawn", (await api.GetFromJsonAsync<JsonElement>($"/api/listings/{id}")).GetProperty("state").GetString());
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        Assert.DoesNotContain((await secretary.GetFromJsonAsync<JsonElement>("/api/listings?pageSize=100")).GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetGuid() == id);
    }

    [WorldFact]
    public async Task Other_districts_see_the_published_projection_and_nothing_else()
    {
        foreach (var person in new[] { world.Known.Secretary, world.Known.Manager, world.Known.Officer })
        {
            using var api = await world.ApiAsync(person);
            var seen = await api.GetStringAsync($"/api/listings/{world.Known.PublishedListing}");
            Assert.Contains("供应铝合金锭 ADC12", seen, StringComparison.Ordinal);
            Assert.Contains("重庆远帆铝业有限公司", seen, StringComparison.Ordinal);
            Assert.Contains("（电话略）", seen, StringComparison.Ordinal);
            Assert.All(Canary.All, canary => Assert.DoesNotContain(canary, seen, StringComparison.Ordinal));
            using var hidden = await api.GetAsync($"/api/listings/{world.Known.ForeignListing}");
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            var counted = await api.GetFromJsonAsync<JsonElement>("/api/listings?from=Elsewhere");
            Assert.Equal(1, counted.GetProperty("total").GetInt32());
            Assert.Equal(0, (await api.GetFromJsonAsync<JsonElement>("/api/listings?from=Elsewhere&query=" + Uri.EscapeDataString(Canary.Unit))).GetProperty("total").GetInt32());
        }

        // The control: its own district sees both, with price and quantity.
        using var own = await world.ApiAsync(world.Known.ForeignSecretary);
        Assert.Contains("77771.5", await own.GetStringAsync($"/api/listings/{world.Known.PublishedListing}"), StringComparison.Ordinal);
        Assert.Contains("313133", await own.GetStringAsync($"/api/listings/{world.Known.ForeignListing}"), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_listing_reaches_as_far_as_it_says()
    {
        using var poster = await world.ApiAsync(world.Known.Manager);
        using var officer = await world.ApiAsync(world.Known.Officer);
        using var elsewhere = await world.ApiAsync(world.Known.ForeignSecretary);
        foreach (var (visibility, isSeenElsewhere) in new[] { ("Alliance", false), ("District", false), ("City", true), ("Public", true) })
        {
            using var posted = await poster.PostAsJsonAsync("/api/listings", Need("求购铝合金锭，范围 " + visibility, visibility));
            var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            using var own = await officer.GetAsync($"/api/listings/{id}");
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            using var other = await elsewhere.GetAsync($"/api/listings/{id}");
            Assert.Equal(isSeenElsewhere ? HttpStatusCode.OK : HttpStatusCode.NotFound, other.StatusCode);

            using var withdrawn = await poster.DeleteAsync($"/api/listings/{id}");
            using var after = await elsewhere.GetAsync($"/api/listings/{id}");
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
            Assert.False(await world.ReadAsync(db => db.Set<PublishedListing>().AnyAsync(p => p.Id == id)));
        }
    }

    [WorldTheory]
    [InlineData("""{"kind":"Demand","title":"！！！？？？"}""", "title")]
    [InlineData("""{"kind":"Demand","title":"👍🏽👍🏽👍🏽"}""", "title")]
    [InlineData("""{"kind":"Demand","title":"铝铝铝铝铝铝铝铝"}""", "title")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","validUntil":"2020-01-01"}""", "validUntil")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","validUntil":"9999-12-31"}""", "validUntil")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","quantity":-5,"unit":"吨"}""", "quantity")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","quantity":0,"unit":"吨"}""", "quantity")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","quantity":99999999999999999999,"unit":"吨"}""", "quantity")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","quantity":5}""", "unit")]
    [InlineData("""{"kind":"Demand","title":"求购铝锭","region":"乌有区"}""", "region")]
    [InlineData("""{"title":"求购铝锭"}""", "kind")]
    [InlineData("""{"kind":"Demand"}""", "title")]
    public async Task What_says_nothing_is_refused_beside_its_field(string body, string field)
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        var head = await world.SettledHeadAsync();
        using var answer = await api.PostAsync("/api/listings", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task Ten_thousand_repeated_characters_and_five_hundred_same_needs()
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        using var tooLong = await api.PostAsJsonAsync("/api/listings", new { kind = "Demand", title = "求购铝锭", text = new string('铝', 10_000) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);

        var created = 0;
        var refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
        {
            using var answer = await api.PostAsJsonAsync("/api/listings", Need("求购同一样东西：再生铝锭"), cancellation);
            if (answer.StatusCode == HttpStatusCode.Created) Interlocked.Increment(ref created);
            else if (answer.StatusCode == HttpStatusCode.Conflict) Interlocked.Increment(ref refused);
        });
        Assert.Equal((1, 499), (created, refused));
    }

    [WorldFact]
    public async Task A_firm_may_not_touch_a_neighbours_listing()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var posted = await secretary.PostAsJsonAsync("/api/listings", new { kind = "Supply", title = "供应铝合金压铸件", organisationId = world.Known.Neighbour, price = 12345 });
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var manager = await world.ApiAsync(world.Known.Manager);
        var seen = await manager.GetFromJsonAsync<JsonElement>($"/api/listings/{id}");
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("price").ValueKind);
        Assert.False(seen.GetProperty("mayChange").GetBoolean());
        using var put = await manager.PutAsJsonAsync($"/api/listings/{id}", Need("抢来的供应"));
        Assert.Equal(HttpStatusCode.Conflict, put.StatusCode);
        using var behalf = await manager.PostAsJsonAsync("/api/listings", new { kind = "Supply", title = "替邻居发布", organisationId = world.Known.Neighbour });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, behalf.StatusCode);
    }

    [WorldFact]
    public async Task What_ran_out_is_over_before_the_job_comes_and_after_it()
    {
        var id = (await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Demand, Title = "求购到期就算的铝棒", ValidUntil = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddHours(8)) })).Value!.Id;
        Assert.True(await ListedAsync());
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await ListedAsync());
        await world.AsAsync(LianMeng.Shared.Access.Actor.Job("test", [world.Known.Tongliang], world.Known.Tongliang), s => s.GetRequiredService<ExpireListings>().RunAsync(new()));
        Assert.Equal(ListingState.Expired, await world.ReadAsync(db => db.Set<Listing>().Where(l => l.Id == id).Select(l => l.State).SingleAsync()));
        var renewed = await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<RenewListing>(), new() { Id = id });
        Assert.True(renewed.IsDone, renewed.Message);
        Assert.True(await ListedAsync());

        async Task<bool> ListedAsync()
        {
            using var officer = await world.ApiAsync(world.Known.Officer);
            return (await officer.GetFromJsonAsync<JsonElement>("/api/listings?pageSize=200")).GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetGuid() == id);
        }
    }

    [WorldFact]
    public async Task The_text_for_a_chat_group_says_what_is_public_and_not_the_price()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var id = (await manager.CreateAsync("/api/listings", new { kind = "Demand", title = "求购群里的铝棒 电话13912345678", text = "请找何某", product = "铝棒", quantity = 40, unit = "吨/月", quantityPublic = true, price = 18234.5 })).GetProperty("id").GetGuid();
        var shown = await manager.GetFromJsonAsync<JsonElement>($"/api/listings/{id}");
        Assert.Equal(18234.5m, shown.GetProperty("price").GetDecimal()); // it is there, and not in the text
        var text = shown.GetProperty("groupText").GetString()!;
        Assert.All(new[] { "【需求】求购群里的铝棒", "产品：铝棒", "数量：40 吨/月", "有效期至：" }, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(new[] { "18234", "18,234", "13912345678", "何某" }, word => Assert.DoesNotContain(word, text.WithoutIds(), StringComparison.Ordinal));
        using var browser = await world.BrowserAsync(world.Known.Manager);
        var pasted = (await browser.PageAsync($"/listings/{id}")).QuerySelector("#group-text")!.TextContent;
        Assert.EndsWith($"/listings/{id}", pasted, StringComparison.Ordinal);
        Assert.DoesNotContain("18234", pasted.WithoutIds(), StringComparison.Ordinal);

        // A quantity that is kept back stays back; who does not act for the listing gets no text.
        using (var edited = await manager.PutAsJsonAsync($"/api/listings/{id}", new { title = "求购群里的铝棒", quantity = 40, unit = "吨/月", quantityPublic = false })) Assert.True(edited.IsSuccessStatusCode, await edited.Content.ReadAsStringAsync());
        Assert.DoesNotContain("40", (await manager.GetFromJsonAsync<JsonElement>($"/api/listings/{id}")).GetProperty("groupText").GetString()!.WithoutIds(), StringComparison.Ordinal);
        using var city = await world.ApiAsync(world.Known.City);
        Assert.Equal(JsonValueKind.Null, (await city.GetFromJsonAsync<JsonElement>($"/api/listings/{id}")).GetProperty("groupText").ValueKind);
    }

    [WorldFact]
    public async Task A_firm_that_leaves_takes_its_card_along()
    {
        var firm = (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆将离铝业有限公司" })).Value!.Id;
        await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<PostListing>(), new() { OrganisationId = firm, Kind = ListingKind.Supply, Title = "供应将离铝锭", Visibility = ListingVisibility.City });
        Assert.True(await world.ReadAsync(db => db.Set<OrganisationCard>().AnyAsync(c => c.Id == firm && c.Name == "重庆将离铝业有限公司")));
        var renamed = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<EditOrganisation>(), new() { Id = firm, Name = "重庆将离新材料有限公司" });
        Assert.True(renamed.IsDone);
        Assert.True(await world.ReadAsync(db => db.Set<OrganisationCard>().AnyAsync(c => c.Id == firm && c.Name == "重庆将离新材料有限公司")));
        Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RemoveOrganisation>(), new() { Id = firm, Reason = "迁出本区" })).IsDone);
        Assert.False(await world.ReadAsync(db => db.Set<OrganisationCard>().AnyAsync(c => c.Id == firm)));
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var gone = await api.GetAsync($"/api/organisations/{firm}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.ByProductUses;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Engine.Matching;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Capabilities.Atlases;
using LianMeng.Tests.World;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LianMeng.Tests.Capabilities.Listings;

/// <summary>A sentence becomes a listing that a person confirms; hazardous waste stands behind the law.</summary>
public sealed class ListingTextTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Known Known => world.Known;

    [WorldFact]
    public async Task A_sentence_fills_the_form_and_the_person_posts_it()
    {
        using var manager = await world.BrowserAsync(Known.Manager);
        const string say = "/listings/new?say=%E9%93%9D%E5%8E%82%E5%BC%A0%E4%B8%89%2010%3A22%0A%E6%B1%82%E8%B4%AD%20ADC12%20%E9%93%9D%E5%90%88%E9%87%91%E9%94%AD%20%E6%AF%8F%E6%9C%88%20200%20%E5%90%A8%2C%20%E9%80%81%E5%88%B0%E4%B9%9D%E9%BE%99%E5%9D%A1%EF%BC%8C%E7%94%B5%E8%AF%9D13912345678";
        var page = await manager.PageAsync(say);
        Assert.Contains("数量：200 吨/月", page.Body!.TextContent, StringComparison.Ordinal);
        var fields = page.Form("post").FieldsOf();
        Assert.Equal(("Demand", "Product", "200", "吨/月", "重庆市九龙坡区"), (fields["kind"], fields["subject"], fields["quantity"], fields["unit"], fields["region"]));
        Assert.Contains("铝合金锭", fields["product"], StringComparison.Ordinal);
        Assert.DoesNotContain(fields.Where(f => !f.Key.StartsWith('_')), f => f.Value.Contains("13912345678", StringComparison.Ordinal));
        Assert.DoesNotContain("张三", fields["title"], StringComparison.Ordinal);
        using var posted = await manager.SubmitAsync(say, page, "post");
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var shown = await manager.PageAsync(posted.Headers.Location!.ToString());
        Assert.Contains("200 吨/月", shown.Body!.TextContent, StringComparison.Ordinal);

        // nothing readable is said so, and nothing breaks
        foreach (var odd in new[] { "，。！", "👍", new string('啊', 400) }) Assert.Contains("没有读出", (await manager.PageAsync("/listings/new?say=" + Uri.EscapeDataString(odd))).Body!.TextContent, StringComparison.Ordinal);
        using var api = await world.ApiAsync(Known.Manager);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await api.StatusAsync("/api/listings/read?text=" + new string('a', ListingText.Limit + 1)));
        Assert.Equal("Capacity", (await api.GetFromJsonAsync<JsonElement>("/api/listings/read?text=" + Uri.EscapeDataString("承接压铸件加工，富余产能每月5万件"))).GetProperty("subject").GetString());
    }

    [WorldFact]
    public async Task Hazardous_waste_is_seen_and_taken_only_by_who_may()
    {
        foreach (var (input, field) in new (PostListing.Input, string)[]
        {
            (new() { Title = "转移铝灰渣", Subject = ListingSubject.ByProduct, WasteCode = "321-O24-48" }, "wasteCode"),
            (new() { Title = "转移铝灰渣", Subject = ListingSubject.Product, WasteCode = "321-024-48" }, "wasteCode"),
            (new() { Title = "转移铝灰渣", Subject = ListingSubject.ByProduct, WasteCode = "321-024-48", Visibility = ListingVisibility.City }, "visibility"),
        })
        {
            input.Kind = ListingKind.Supply;
            Assert.Contains(field, (await world.RunAsync(Known.Manager, s => s.GetRequiredService<PostListing>(), input)).Errors.Keys);
        }

        var id = (await world.RunAsync(Known.Manager, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Supply, Subject = ListingSubject.ByProduct, Title = "转移铝灰渣", Product = "铝灰渣", WasteCode = "321－024－48" })).Must().Id;
        var neighbour = await world.ManagerOfAsync(2);
        using var taker = await world.ApiAsync(neighbour);
        using var secretary = await world.ApiAsync(Known.Secretary);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await taker.StatusAsync($"/api/listings/{id}"), await secretary.StatusAsync($"/api/listings/{id}")));
        Assert.DoesNotContain(id.ToString(), await taker.GetStringAsync("/api/listings?pageSize=200"), StringComparison.Ordinal);
        await world.SettleAsync();
        var (items, why) = await MatchesAsync();
        Assert.DoesNotContain(Known.Neighbour, items);
        Assert.Contains("依法不能接收", why, StringComparison.Ordinal);

        // with a use and an exemption for this code and this supplier the way is open, and only until it runs out
        var use = (await world.EnterAsync<StateByProductUse, StateByProductUse.Input, StateByProductUse.Stated>(new() { Firm = "重庆小石压铸有限公司", Products = "铝灰渣", Capacity = 100 })).Id;
        await world.EnterAsync<AddByProductRight, AddByProductRight.Input, Guid>(new() { Id = use, Basis = HazardousRightKind.Exemption, Code = "321-024-48", Evidence = "点对点 2026-01", OnlyFrom = "重庆清溪铝锭有限公司", ValidUntil = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime).AddDays(30) });
        Assert.Equal(HttpStatusCode.OK, await taker.StatusAsync($"/api/listings/{id}"));
        Assert.DoesNotContain("依法不能接收", (await MatchesAsync()).Why, StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromDays(40));
        using var later = await world.ApiAsync(neighbour);
        Assert.Equal(HttpStatusCode.NotFound, await later.StatusAsync($"/api/listings/{id}"));

        async Task<(IReadOnlyList<Guid?> Items, string Why)> MatchesAsync()
        {
            var view = (await world.AsAsync(await world.ActorAsync(Known.Secretary), s => s.GetRequiredService<ShowListingMatches>().RunAsync(new() { Id = id, Why = Known.Neighbour }))).Must();
            return ([.. view.Items.Select(i => i.OrganisationId)], string.Join("；", view.Explained?.WhyNot ?? []));
        }
    }

    /// <summary>A model reads what stands in the text and the rules left open; what it invents, breaks or is told by the text counts for nothing.</summary>
    [WorldTheory]
    [InlineData("""{"product":"高强棒","quantity":30,"unit":"吨"}""", "高强棒", 30, "吨")]
    [InlineData("""{"product":"铝合金锭","quantity":99,"unit":"吨"}""", null, null, null)]
    [InlineData("""{"quantity":-30,"unit":"吨"}""", null, null, null)]
    [InlineData("""{"quantity":30,"unit":"公斤"}""", null, null, null)]
    [InlineData("好的，我来帮您", null, null, null)]
    [InlineData("null", null, null, null)]
    [InlineData("!", null, null, null)]
    public async Task A_model_fills_only_what_the_rules_left_open_and_the_text_says(string said, string? product, int? quantity, string? unit)
    {
        using var client = new FixedModel(said);
        var filled = await new ListingTextModel([client], NullLogger<ListingTextModel>.Instance).FillAsync("高强棒要 30吨", new(), TestContext.Current.CancellationToken);
        Assert.Equal((product, quantity, unit), (filled.Product, (int?)filled.Quantity, filled.Unit));
        var ruled = new ReadSentence { Product = "铝棒", Quantity = 5, Unit = "件" };
        Assert.Equal(ruled with { Certificates = [] }, (await new ListingTextModel([client], NullLogger<ListingTextModel>.Instance).FillAsync("高强棒要 30吨", ruled, TestContext.Current.CancellationToken)) with { Certificates = ruled.Certificates });
        Assert.Empty(world.Services.GetServices<IChatClient>());
    }

    private sealed class FixedModel(string answer) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => answer == "!" ? throw new HttpRequestException("down") : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

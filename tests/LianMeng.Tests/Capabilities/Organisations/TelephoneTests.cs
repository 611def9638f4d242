using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Telephones: sealed at rest, found by number, masked on every screen, each unmasking in the ledger; and new keys under load.</summary>
public sealed class TelephoneTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Number = "13883001001";

    [Theory]
    [InlineData("13883001001", "138****1001"), InlineData("023-68001234", "023-****1234"), InlineData("0571-8800123", "0571-****123"), InlineData("12345", "****45"), InlineData("7", "****"), InlineData("4008001234", "****1234")]
    public void A_mask_shows_enough_to_recognise_and_too_little_to_call(string number, string mask) => Assert.Equal(mask, Telephones.Mask(number));

    [WorldFact]
    public async Task It_is_masked_until_somebody_asks_and_each_look_is_in_the_ledger()
    {
        var browser = await world.BrowserAsync(world.Known.Officer);
        var address = $"/organisations/{world.Known.Firm}";
        var page = await browser.PageAsync(address);
        Assert.Contains("138****1001", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var before = await LooksAsync();
        for (var look = 1; look <= 2; look++)
        {
            using var shown = await browser.SubmitAsync(address, page, "telephone");
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Contains(Number, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(before + look, await LooksAsync());
        }

        Assert.DoesNotContain(Number, await browser.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Contains("查看联系电话", await browser.GetStringAsync(address), StringComparison.Ordinal);
        foreach (var route in new[] { $"/api/organisations/{world.Known.Firm}", "/api/organisations", "/api/ledger" })
            Assert.DoesNotContain(Number, await (await world.ApiAsync(route == "/api/ledger" ? world.Known.Auditor : world.Known.Officer)).GetStringAsync(route), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Only_the_firm_and_its_officers_see_it()
    {
        async Task<HttpStatusCode> AskAsync(Person person, Guid firm) => (await (await world.ApiAsync(person)).PostAsJsonAsync($"/api/organisations/{firm}/telephone", new { })).StatusCode;
        Assert.Equal(HttpStatusCode.OK, await AskAsync(world.Known.Manager, world.Known.Firm));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(world.Known.Secretary, world.Known.Firm));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(world.Known.City, world.Known.Firm));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(world.Known.Manager, world.Known.Neighbour));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(world.Known.Officer, world.Known.ForeignFirm));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(world.Known.Auditor, world.Known.Firm));
    }

    [WorldTheory, InlineData("13883001001"), InlineData("138 8300 1001"), InlineData("+86-13883001001")]
    public async Task A_number_finds_its_firm_for_those_who_may(string typed)
    {
        var query = $"/api/organisations?query={Uri.EscapeDataString(typed.Replace(" ", "", StringComparison.Ordinal))}";
        var found = await (await world.ApiAsync(world.Known.Officer)).GetFromJsonAsync<JsonElement>(query);
        Assert.Equal(world.Known.Firm, Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(0, (await (await world.ApiAsync(world.Known.Manager)).GetFromJsonAsync<JsonElement>(query)).GetProperty("total").GetInt32());
        Assert.Equal(0, (await (await world.ApiAsync(world.Known.Officer)).GetFromJsonAsync<JsonElement>("/api/organisations?query=1388300")).GetProperty("total").GetInt32());
    }

    [WorldFact]
    public async Task A_form_with_the_mask_left_alone_changes_nothing_an_emptied_one_deletes_a_new_one_replaces()
    {
        var browser = await world.BrowserAsync(world.Known.Officer);
        var address = $"/organisations/{world.Known.Neighbour}/edit";
        async Task<HttpStatusCode> SaveAsync(string? phone)
        {
            using var answer = await browser.SubmitAsync(address, await browser.PageAsync(address), "edit", phone is null ? [] : new() { ["contactPhone"] = phone });
            return answer.StatusCode;
        }

        var form = (await browser.PageAsync(address)).Forms.Select(HttpSteps.HandlerOf).First(n => n is not null)!;
        Assert.Equal("edit", form);
        Assert.Equal(HttpStatusCode.Redirect, await SaveAsync(null));
        Assert.Equal("13883001002", await PhoneAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync("139****1234"));
        Assert.Equal(HttpStatusCode.Redirect, await SaveAsync("023-68001234"));
        Assert.Equal("023-68001234", await PhoneAsync());
        Assert.Equal(HttpStatusCode.Redirect, await SaveAsync(""));
        Assert.Null(await PhoneAsync());
    }

    [WorldFact, Trait("Promise", "29")]
    public async Task No_number_stands_in_the_database_in_plain_text_and_new_keys_are_taken_under_load()
    {
        // Not Canary.Phone: the world's listings have it in their free text, and what people write there is not sealed.
        var plain = new[] { Number, "13883001002" };
        var stored = await StoredAsync();
        Assert.Equal(0, plain.Count(number => stored.Contains(number, StringComparison.Ordinal)));
        Assert.Contains("何经理", stored, StringComparison.Ordinal); // the control: what is not sealed is seen by this very search

        var (ring, rotation) = (world.Services.GetRequiredService<KeyRing>(), world.Services.GetRequiredService<KeyRotation>());
        await using var second = world.StartSecond();
        using var stop = new CancellationTokenSource();
        var officer = await world.ApiAsync(world.Known.Officer);
        var wrong = 0;
        var asked = 0;
        var load = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await officer.PostAsJsonAsync($"/api/organisations/{world.Known.Firm}/telephone", new { });
                if (!answer.IsSuccessStatusCode || !(await answer.Content.ReadAsStringAsync()).Contains(Number, StringComparison.Ordinal)) wrong++;
                asked++;
            }
        });
        var rounds = 3;
        for (var round = 0; round < rounds; round++)
        {
            var old = ring.CurrentId;
            var id = await rotation.AddKeyAsync(default);
            Assert.NotEmpty(await rotation.LeftAsync(default));
            world.Clock.Advance(KeyRing.Recheck * 2);
            await rotation.ResealAsync(null, default);
            Assert.Empty(await rotation.LeftAsync(default));
            Assert.Equal([old], await rotation.RetireAsync(default));
            Assert.Equal([id], ring.Ids);
            // Sessions go on: the key of cookies was sealed anew with everything else.
            using var browser = second.CreateClient();
            browser.DefaultRequestHeaders.Authorization = officer.DefaultRequestHeaders.Authorization;
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/me")).StatusCode);
        }

        await stop.CancelAsync();
        await load;
        Assert.True(asked > 0);
        Assert.Equal(0, wrong);
        Counts.Say(29, $"{rounds} rotations with {asked} reads beside them, {wrong} wrong; {plain.Length} numbers looked for in {stored.Length} characters, 0 found");
    }

    private Task<int> LooksAsync() => world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(TelephoneShown)));

    private async Task<string?> PhoneAsync()
        => world.Services.GetRequiredService<Telephones>().Open(await world.ReadAsync(db => db.Set<OrganisationContact>().Where(c => c.OrganisationId == world.Known.Neighbour).Select(c => c.Phone).SingleOrDefaultAsync()));

    /// <summary>Every text of every table.</summary>
    private async Task<string> StoredAsync()
    {
        var text = new StringBuilder();
        await using var connection = await world.OpenRawAsync();
        var tables = await world.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().ToList()));
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (reader.GetValue(i) is string value) text.Append(value).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Scope;

/// <summary>Promise 4: what belongs to another district can be neither read nor written, through no route and no search.</summary>
[Trait("Promise", "4")]
public sealed class ScopeTests(TestWorld world) : IClassFixture<TestWorld>
{
    /// <summary>None of them holds a word that is looked for: pages repeat what was asked.</summary>
    private string[] Questions =>
    [
        "", "?query=铝合金锭&text=求购铝合金锭&product=铝合金锭&pageSize=200", "?query=jinsi&pageSize=200", "?region=500107&pageSize=200",
        $"?subject={world.Known.ForeignFirm}&person={world.Known.ForeignSecretary.Id}&pageSize=200", "?kind=Supply&text=出售废铝&take=100",
    ];

    [WorldFact]
    public async Task No_word_of_the_foreign_district_is_seen_anywhere()
    {
        var routes = Endpoints.Walked(world.Services).Where(r => !r.IsUnsafe).ToList();
        var read = 0;
        foreach (var person in new[] { world.Known.Secretary, world.Known.Manager, world.Known.Admin })
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            foreach (var (client, part) in new[] { (api, routes.Where(r => r.Page is null)), (browser, routes.Where(r => r.Page is not null)) })
            {
                foreach (var (route, text, _) in await WalkAsync(client, [.. part]))
                {
                    // Whoever appoints reads for which firm somebody speaks, in every district: its name and nothing more of it.
                    var rest = person == world.Known.Admin && (route is "/accounts/posts" or "/api/mandates" or "/api/mandates/export.xlsx" or "/people" or "/api/people" or "/api/people/export.xlsx") ? text.Replace(Canary.Name, "", StringComparison.Ordinal) : text;
                    var canary = Canary.All.FirstOrDefault(c => rest.Contains(c, StringComparison.OrdinalIgnoreCase));
                    Assert.True(canary is null, $"{route} as {person} shows {canary}");
                    read++;
                }
            }
        }

        // The control: whoever may sees the canaries with the same walk.
        using var foreign = await world.BrowserAsync(world.Known.ForeignSecretary);
        var seen = (await WalkAsync(foreign, routes)).Where(a => a.Text.Contains(Canary.Bird, StringComparison.Ordinal)).Select(a => a.Route).Distinct().ToList();
        Assert.True(seen.Count >= 8, $"the control sees canaries in only {string.Join(' ', seen)}");
        Counts.Say(4, $"{routes.Count} routes, {read} answers read by 3 people of another district: 0 canaries; the control saw them in {seen.Count} routes");
    }

    [WorldFact]
    public async Task A_foreign_record_is_not_found_to_read_or_to_write()
    {
        // What is a firm's alone (bills, inquiries) no secretary opens at all: a manager of the district tries.
        var before = await FirmAsync();
        var tried = await TryAsync(world.Known.Secretary, route => !IsOfFirms(route));
        var ofFirms = await TryAsync(world.Known.Manager, IsOfFirms);
        Assert.True(ofFirms > 10, $"only {ofFirms} routes of bills and inquiries");
        tried += ofFirms;
        Assert.True(tried > 5);
        Assert.Equal(before, await FirmAsync());
        Counts.Say(4, $"{tried} routes with a foreign id: all 404, nothing written");

        Task<(string, Guid)> FirmAsync() => world.ReadAsync(async db => await db.Set<Organisation>().Where(o => o.Id == world.Known.ForeignFirm).Select(o => new ValueTuple<string, Guid>(o.Name, o.Version)).SingleAsync());
    }

    private static bool IsOfFirms(Route route) => route.Pattern.Contains("bills/", StringComparison.Ordinal) || route.Pattern.Contains("inquiries/", StringComparison.Ordinal);

    /// <returns>how many routes with a record of another district answered that there is none</returns>
    private async Task<int> TryAsync(Person person, Func<Route, bool> which)
    {
        var actor = await world.ActorAsync(person);
        var routes = Endpoints.Of(world.Services).Where(r => r.HasParameter() && (r.UseCase ?? r.Page) is not null && r.Pattern.Contains("accounts", StringComparison.Ordinal) is false
            && (r.UseCase is null || Catalogue.AccessOf(r.UseCase).Allows(actor))).ToList();
        var tried = 0;
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        foreach (var route in routes.Where(r => which(r) && (r.Page is null || !r.IsUnsafe)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Foreign(world.Known));
            if (route.IsUnsafe) request.Content = new StringContent(Filled(route), Encoding.UTF8, "application/json");
            using var answer = await (route.Page is null ? api : browser).SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{route}: {(int)answer.StatusCode}");
            tried++;
        }

        return tried;
    }

    /// <summary>Everything that must be said is said: what stops it is the district, not a form that is not complete.</summary>
    private static string Filled(Route route)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "抢来的企业有限公司", ["title"] = "抢来的需求" };
        foreach (var property in (route.UseCase is null ? [] : UseCaseTests.InputOf(route.UseCase).GetProperties()).Where(p => p.CanWrite && System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.ComponentModel.DataAnnotations.RequiredAttribute>(p) is not null))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            body[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = type == typeof(string) ? "抢来的内容" : type == typeof(DateOnly) ? "2026-01-05" : type == typeof(Guid) ? Guid.CreateVersion7() : type.IsEnum ? Enum.GetNames(type)[0] : 1;
        }

        return System.Text.Json.JsonSerializer.Serialize(body);
    }

    [WorldFact]
    public async Task A_city_officer_reads_all_districts_and_writes_to_none_of_them()
    {
        using var api = await world.ApiAsync(world.Known.City);
        Assert.Contains(Canary.Name, await api.GetStringAsync($"/api/organisations/{world.Known.ForeignFirm}"));
        using var answer = await api.PutAsync($"/api/organisations/{world.Known.ForeignFirm}", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>A query filter does not fence writes: an attached row would be taken over. The guard in SaveChanges does.</summary>
    [WorldFact]
    public async Task A_foreign_row_that_is_attached_cannot_be_saved()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var foreign = await world.ReadAsync(db => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == world.Known.ForeignFirm));
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted, EntityState.Added })
        {
            var problem = await Record.ExceptionAsync(() => world.AsAsync(actor, async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                db.Entry(foreign).State = state;
                services.GetRequiredService<FactBuffer>().Add(new OrganisationChanged(foreign.Id, DataSource.Form, []));
                return await db.SaveChangesAsync();
            }));
            Assert.IsType<InvalidOperationException>(problem);
        }
    }

    /// <summary>Nor can it be taken over by saying that it was one's own all along.</summary>
    [WorldFact]
    public async Task A_foreign_row_cannot_be_relabelled_as_ones_own()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var foreign = await world.ReadAsync(db => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == world.Known.ForeignFirm));
        var problem = await Record.ExceptionAsync(() => world.AsAsync(actor, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var entry = db.Attach(foreign);
            entry.Property(o => o.DistrictId).CurrentValue = world.Known.Tongliang;
            entry.Property(o => o.DistrictId).OriginalValue = world.Known.Tongliang;
            entry.Property(o => o.Address).IsModified = true; // not the name, whose keys another guard would refuse before
            services.GetRequiredService<FactBuffer>().Add(new OrganisationChanged(foreign.Id, DataSource.Form, []));
            return await db.SaveChangesAsync();
        }));
        Assert.IsType<DbUpdateConcurrencyException>(problem);
        Assert.Equal(world.Known.Jiulongpo, await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.ForeignFirm).Select(o => o.DistrictId).SingleAsync()));
    }

    [WorldFact]
    public async Task Another_districts_upload_opens_nothing_by_its_hash()
    {
        var outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportEnterprises>(), new() { FileHash = world.Known.ForeignUpload, FileName = Canary.FileName });
        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
    }

    private async Task<List<(string Route, string Text, HttpStatusCode Status)>> WalkAsync(HttpClient client, IReadOnlyList<Route> routes)
    {
        var answers = new List<(string, string, HttpStatusCode)>();
        foreach (var route in routes)
        {
            foreach (var address in Questions.Select(q => route.Own(world.Known) + q).Concat(route.HasParameter() ? [route.Foreign(world.Known)] : []))
            {
                using var answer = await client.GetAsync(address);
                Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
                answers.Add((route.Pattern, await TextOfAsync(answer), answer.StatusCode));
            }
        }

        return answers;
    }

    /// <summary>The words of an answer, those in a workbook too.</summary>
    private static async Task<string> TextOfAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) != true) return await answer.Content.ReadAsStringAsync();
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Files;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Two entries of one firm become one, and two again as they were.</summary>
public sealed class MergeTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_merge_unites_and_moves_and_its_undoing_restores_both()
    {
        var left = await FirmAsync("重庆合一铝业有限公司", TestCodes.Uscc(701), makes: "铝箔；铝板", phone: "13800138001");
        var right = await FirmAsync("合一铝业（铜梁）有限公司", TestCodes.Uscc(702), makes: "铝板；铝锭", phone: "13800138002", staff: 88);
        var listing = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<PostListing>(), new()
        {
            OrganisationId = right, Kind = ListingKind.Supply, Title = "供应铝锭", ValidUntil = new(2027, 3, 1), Visibility = ListingVisibility.City,
        });
        Assert.True(listing.IsDone, string.Join(' ', listing.Errors.SelectMany(e => e.Value)) + listing.Message);
        var rejected = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RejectMatch>(), new() { Id = world.Known.Listing, CounterpartId = right, Reason = RejectionReason.Price });
        Assert.True(rejected.IsDone, rejected.Message);
        var person = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(),
            new() { UserName = "merged.manager", DisplayName = "吴经理", Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(702) });
        Assert.True(person.IsDone, person.Message);
        var before = (await StateAsync(left), await StateAsync(right));

        var merged = await MergeAsync(left, right, input => input.TakeUscc = true);
        Assert.True(merged.IsDone, merged.Message);
        var one = await world.ReadAsync(db => db.Set<Organisation>().Include(o => o.Products).Include(o => o.Contacts).Include(o => o.Formers).SingleAsync(o => o.Id == left));
        Assert.Equal(("重庆合一铝业有限公司", TestCodes.Uscc(702), 88), (one.Name, one.Uscc, one.Staff));
        Assert.Equal(["铝箔", "铝板", "铝锭"], one.ProductsOf(ProductRole.Makes));
        Assert.Equal(2, one.Contacts.Count);
        Assert.Equal([TestCodes.Uscc(701), "合一铝业（铜梁）有限公司"], one.Formers.Select(f => f.Text).Order(StringComparer.Ordinal));
        Assert.False(await world.ReadAsync(db => db.Set<Organisation>().AnyAsync(o => o.Id == right)));
        Assert.Equal(left, await world.ReadAsync(db => db.Set<Listing>().Where(l => l.Id == listing.Value!.Id).Select(l => l.OrganisationId!.Value).SingleAsync()));
        Assert.Equal(left, await world.ReadAsync(db => db.Set<PublishedListing>().Where(l => l.Id == listing.Value!.Id).Select(l => l.OrganisationId!.Value).SingleAsync()));
        Assert.Equal(left, await world.ReadAsync(db => db.Set<MatchRejection>().Where(r => r.ListingId == world.Known.Listing).Select(r => r.CounterpartId).SingleAsync()));
        Assert.Equal(left, await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person.Value!.Id).Select(m => m.OrganisationId!.Value).SingleAsync()));

        // what it was called finds it: in the search box, in files, under the old address
        using (var api = await world.ApiAsync(world.Known.Secretary))
        {
            foreach (var word in new[] { "合一铝业（铜梁）", TestCodes.Uscc(701) })
                Assert.Equal(left, Assert.Single(JsonDocument.Parse(await api.GetStringAsync($"/api/organisations?query={Uri.EscapeDataString(word)}")).RootElement.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        }

        var named = await world.AsAsync(await world.ActorAsync(world.Known.Secretary), s => s.GetRequiredService<FirmDirectory>().NamedAsync(world.Known.Tongliang, ["合一铝业（铜梁）有限公司", TestCodes.Uscc(701)], default));
        Assert.All(named, found => Assert.Equal(left, Assert.Single(found).Id));
        using (var browser = await world.BrowserAsync(world.Known.Secretary))
        using (var old = await browser.GetAsync($"/organisations/{right}"))
            Assert.Equal((HttpStatusCode.Found, $"/organisations/{left}?notice=merged"), (old.StatusCode, old.Headers.Location!.OriginalString[old.Headers.Location.OriginalString.IndexOf("/organisations", StringComparison.Ordinal)..]));

        var undone = await UnmergeAsync(left);
        Assert.True(undone.IsDone, undone.Message);
        Assert.Equal(before, (await StateAsync(left), await StateAsync(right)));
        Assert.Equal(right, await world.ReadAsync(db => db.Set<Listing>().Where(l => l.Id == listing.Value!.Id).Select(l => l.OrganisationId!.Value).SingleAsync()));
        Assert.Equal(right, await world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person.Value!.Id).Select(m => m.OrganisationId!.Value).SingleAsync()));
        Assert.Equal(OutcomeKind.Refused, (await UnmergeAsync(left)).Kind);
        Assert.True((await world.VerifyLedgerAsync()).IsSound);
    }

    [WorldFact]
    public async Task What_happened_after_the_merge_stays_with_the_survivor()
    {
        var left = await FirmAsync("重庆留存铝业有限公司", TestCodes.Uscc(711));
        var right = await FirmAsync("重庆留成铝业有限公司", TestCodes.Uscc(712), staff: 12, makes: "铝件");
        Assert.True((await MergeAsync(left, right)).IsDone);
        var version = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == left).Select(o => o.Version).SingleAsync());
        var edited = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<EditOrganisation>(), new() { Id = left, Version = version, Name = "重庆留存铝业有限公司", Staff = 99, Address = "后来的地址" });
        Assert.True(edited.IsDone, edited.Message);

        Assert.True((await UnmergeAsync(right)).IsDone);
        var survivor = await world.ReadAsync(db => db.Set<Organisation>().Include(o => o.Products).SingleAsync(o => o.Id == left));
        Assert.Equal((99, "后来的地址"), (survivor.Staff, survivor.Address));
        Assert.Empty(survivor.ProductsOf(ProductRole.Makes));
        Assert.DoesNotContain("留成", survivor.SearchText, StringComparison.Ordinal);
        Assert.Equal(12, await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == right).Select(o => o.Staff).SingleAsync()));
    }

    /// <summary>甲→乙 and 乙→甲 at once: one wins, the other reads who did what, and nothing is done by halves.</summary>
    [WorldFact]
    public async Task Of_two_who_merge_in_opposite_directions_one_wins_and_the_other_is_told()
    {
        var (left, right) = (await FirmAsync("重庆对向铝业有限公司", TestCodes.Uscc(721)), await FirmAsync("重庆对相铝业有限公司", TestCodes.Uscc(722)));
        using var second = world.StartSecond();
        var officer = await world.ActorAsync(world.Known.Officer);
        var secretary = await world.ActorAsync(world.Known.Secretary);
        var outcomes = await Task.WhenAll(
            Task.Run(() => world.AsAsync(officer, s => s.GetRequiredService<MergeOrganisation>().RunAsync(new() { Id = left, OtherId = right }))),
            Task.Run(() => world.AsAsync(secretary, s => s.GetRequiredService<MergeOrganisation>().RunAsync(new() { Id = right, OtherId = left }))));
        Assert.Single(outcomes, o => o.IsDone);
        var told = Assert.Single(outcomes, o => !o.IsDone);
        Assert.Equal(OutcomeKind.Refused, told.Kind);
        Assert.Contains("并入", told.Message, StringComparison.Ordinal);
        Assert.Contains("由", told.Message, StringComparison.Ordinal);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<OrganisationMerge>().CountAsync(m => m.SurvivorId == left || m.SurvivorId == right)));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Id == left || o.Id == right)));
    }

    [WorldFact]
    public async Task An_inner_merge_of_a_chain_waits_for_the_outer_one()
    {
        Guid[] firms = [await FirmAsync("重庆链首铝业有限公司", TestCodes.Uscc(731)), await FirmAsync("重庆链中铝业有限公司", TestCodes.Uscc(732)), await FirmAsync("重庆链尾铝业有限公司", TestCodes.Uscc(733))];
        var before = (await StateAsync(firms[0]), await StateAsync(firms[1]), await StateAsync(firms[2]));
        Assert.True((await MergeAsync(firms[1], firms[0])).IsDone);
        Assert.True((await MergeAsync(firms[2], firms[1])).IsDone);
        var named = await world.AsAsync(await world.ActorAsync(world.Known.Secretary), s => s.GetRequiredService<FirmDirectory>().NamedAsync(world.Known.Tongliang, ["重庆链首铝业有限公司"], default));
        Assert.Equal(firms[2], Assert.Single(Assert.Single(named)).Id);
        Assert.Equal(firms[2], await world.AsAsync(await world.ActorAsync(world.Known.Secretary), s => s.GetRequiredService<MergeTrail>().SurvivorAsync(firms[0], default)));

        var inner = await UnmergeAsync(firms[0]);
        Assert.Equal(OutcomeKind.Refused, inner.Kind);
        Assert.Contains("重庆链尾铝业有限公司", inner.Message, StringComparison.Ordinal);
        Assert.True((await UnmergeAsync(firms[2])).IsDone);
        Assert.True((await UnmergeAsync(firms[0])).IsDone);
        Assert.Equal(before, (await StateAsync(firms[0]), await StateAsync(firms[1]), await StateAsync(firms[2])));
    }

    [WorldFact]
    public async Task What_cannot_be_merged_says_why_and_changes_nothing()
    {
        var firm = await FirmAsync("重庆拒并铝业有限公司", TestCodes.Uscc(741));
        var head = await world.SettledHeadAsync();
        Assert.Equal(OutcomeKind.Invalid, (await MergeAsync(firm, firm)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(firm, world.Known.ForeignFirm)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(firm, Guid.CreateVersion7())).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await MergeAsync(firm, world.Known.Neighbour, i => i.Version = Guid.CreateVersion7())).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await UnmergeAsync(firm)).Kind);
        Assert.Equal(head, await world.HeadAsync());
    }

    private async Task<Guid> FirmAsync(string name, string? code, string? makes = null, string? phone = null, int? staff = null)
    {
        var outcome = await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(),
            new() { Name = name, Uscc = code, Makes = makes, ContactName = phone is null ? null : "周经理", ContactPhone = phone, Staff = staff, NotListed = true });
        Assert.True(outcome.IsDone, outcome.Message + string.Join(' ', outcome.Errors.SelectMany(e => e.Value)));
        return outcome.Value!.Id;
    }

    private Task<Outcome<MergeOrganisation.Done>> MergeAsync(Guid left, Guid right, Action<MergeOrganisation.Input>? choose = null)
    {
        var input = new MergeOrganisation.Input { Id = left, OtherId = right };
        choose?.Invoke(input);
        return world.RunAsync(world.Known.Officer, s => s.GetRequiredService<MergeOrganisation>(), input);
    }

    private Task<Outcome<Guid>> UnmergeAsync(Guid firm) => world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<UnmergeOrganisation>(), new() { Id = firm });

    /// <summary>Everything stored of a firm but its version: columns, lists, former names and keys.</summary>
    private Task<string> StateAsync(Guid id) => world.ReadAsync(async db =>
    {
        var firm = await db.WithRemoved<Organisation>().Include(o => o.Products).Include(o => o.Qualifications).Include(o => o.Contacts).Include(o => o.Sites).Include(o => o.Formers).SingleAsync(o => o.Id == id);
        var keys = await db.Set<DuplicateKey>().Where(k => k.OrganisationId == id).Select(k => k.Key).OrderBy(k => k).ToListAsync();
        IEnumerable<object> rows = [firm, .. firm.Products, .. firm.Qualifications, .. firm.Contacts, .. firm.Sites, .. firm.Formers];
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin('|', db.Entry(row).Properties.Where(p => p.Metadata.Name != "Version").OrderBy(p => p.Metadata.Name, StringComparer.Ordinal).Select(p => $"{p.Metadata.Name}={p.CurrentValue}")).AppendLine();
        return text.AppendJoin(' ', keys).ToString();
    });
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Introductions;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Work;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Introductions;

/// <summary>Two firms and a secretary: who may say yes for whom, who reads a telephone number and when, and what is left of it afterwards.</summary>
public sealed class IntroductionTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string SellerName = "石找人", SellerPhone = "13900007711", BuyerName = "何找人", BuyerPhone = "13900007722";

    private static readonly string[] Contacts = [SellerName, SellerPhone, BuyerName, BuyerPhone];

    [WorldFact]
    public async Task From_a_secretary_s_word_to_the_contacts_and_back()
    {
        var other = await NeighbourAsync("whole-way");
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var buyer = await world.ApiAsync(world.Known.Manager);
        using var seller = await world.ApiAsync(other);
        HttpClient[] everybody = [secretary, buyer, seller, await world.ApiAsync(world.Known.Officer), await world.ApiAsync(world.Known.City)];
        var listing = await world.ReadAsync(db => db.Set<Listing>().SingleAsync(l => l.Id == world.Known.Listing));

        // A secretary brings the two together, once, and consents for nobody; nor does an administrator.
        Guid id;
        using (var made = await secretary.PostAsJsonAsync("/api/introductions", new { listingId = listing.Id, organisationId = world.Known.Neighbour, listingVersion = listing.Version }))
        {
            Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }

        await RefusedAsync(secretary, "/api/introductions", new { listingId = listing.Id, organisationId = world.Known.Neighbour }, HttpStatusCode.Conflict, "已有一次对接");
        await RefusedAsync(secretary, $"/api/introductions/{id}/consent", new { contactName = "书记", contactPhone = SellerPhone }, HttpStatusCode.Forbidden, "权限");
        Assert.Equal(OutcomeKind.Denied, (await ConsentAsync(await world.ActorAsync(world.Known.Admin), id)).Kind);
        Assert.Contains("书记、专员和管理员不能代企业", (await ConsentAsync(Actor.Console([world.Known.Tongliang], world.Known.Tongliang), id)).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.NotFound, (await ConsentAsync(Speaker(await FirmAsync("重庆无码铝材厂")), id)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await ConsentAsync(await world.ActorAsync(world.Known.ForeignManager), id)).Kind);
        // A liaison of the firm is nobody who says yes, even with a manager's post elsewhere.
        Assert.Equal(OutcomeKind.NotFound, (await ConsentAsync(Speaker(world.Known.Firm, Role.Liaison, (Role.EnterpriseManager, await FirmAsync("重庆无码铝材厂"))), id)).Kind);
        Assert.Equal("等双方同意，今天起", (await ShownAsync(secretary, id)).GetProperty("waitsFor").GetString());
        Assert.Contains("推荐与重庆清溪铝锭有限公司对接：废铝", await BoardAsync(await world.ActorAsync(other)), StringComparison.Ordinal);

        // The seller says yes, and nobody reads anything of it yet.
        await RefusedAsync(seller, $"/api/introductions/{id}/consent", new { contactName = SellerName, contactPhone = "打厂里电话" }, HttpStatusCode.UnprocessableEntity, "电话");
        await DoneAsync(seller, $"/api/introductions/{id}/consent", new { contactName = SellerName, contactPhone = SellerPhone });
        await RefusedAsync(seller, $"/api/introductions/{id}/consent", new { contactName = SellerName, contactPhone = SellerPhone }, HttpStatusCode.Conflict, "已经同意过");
        await RefusedAsync(seller, $"/api/introductions/{id}/decline", new { reason = "Price" }, HttpStatusCode.Conflict, "撤回同意");
        await RefusedAsync(buyer, $"/api/introductions/{id}/talk", new { }, HttpStatusCode.Conflict, "双方都同意以后");
        await RefusedAsync(buyer, $"/api/introductions/{id}/withdraw", new { }, HttpStatusCode.Conflict, "请选“婉拒”");
        Assert.Equal("等买方同意，今天起", (await ShownAsync(secretary, id)).GetProperty("waitsFor").GetString());
        Assert.False(await MayPriceAsync(listing.Id, world.Known.Neighbour));
        await NothingSeenAsync(everybody, id);

        // The listing changes in between: who consents must have read what it says now. What it said at the beginning stays.
        Assert.True((await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<EditListing>(), Edited(listing))).IsDone);
        await RefusedAsync(buyer, $"/api/introductions/{id}/consent", new { contactName = BuyerName, contactPhone = BuyerPhone, listingVersion = listing.Version }, HttpStatusCode.Conflict, "修改，请先查看最新内容");
        var subject = (await ShownAsync(buyer, id)).GetProperty("listing");
        Assert.Equal(("求购破碎废铝", 200m, JsonValueKind.String), (subject.GetProperty("title").GetString(), subject.GetProperty("quantity").GetDecimal(), subject.GetProperty("changedAt").ValueKind));
        using (var browser = await world.BrowserAsync(world.Known.Manager))
        {
            var page = await browser.PageAsync($"/introductions/{id}");
            Assert.Contains("修改，请先查看", page.Body!.TextContent, StringComparison.Ordinal);
            using var answer = await browser.SubmitAsync($"/introductions/{id}", page, "consent", new() { ["contactName"] = BuyerName, ["contactPhone"] = BuyerPhone });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        // Each sees the other's contact, the secretary does not; the price is for this firm alone.
        foreach (var client in new[] { buyer, seller })
            Assert.All(Contacts, word => Assert.Contains(word, client.GetStringAsync($"/api/introductions/{id}").Result, StringComparison.Ordinal));
        Assert.True(await MayPriceAsync(listing.Id, world.Known.Neighbour));
        Assert.False(await MayPriceAsync(listing.Id, await FirmAsync("重庆无码铝材厂")));
        await NothingSeenAsync(everybody, id, exceptShown: [buyer, seller]);
        Assert.DoesNotContain(Contacts, word => secretary.GetStringAsync($"/api/introductions/{id}").Result.Contains(word, StringComparison.Ordinal));
        await RefusedAsync(secretary, $"/api/introductions/{id}/withdraw", new { }, HttpStatusCode.Conflict, "双方企业自己决定");
        await RefusedAsync(buyer, $"/api/introductions/{id}/talk", new { version = Guid.CreateVersion7() }, HttpStatusCode.Conflict, "别人改过");
        await DoneAsync(buyer, $"/api/introductions/{id}/talk", new { });
        await RefusedAsync(seller, $"/api/introductions/{id}/talk", new { }, HttpStatusCode.Conflict, "洽谈中");

        // Taken back after it was shown: from now on nobody reads it, and nothing of it is kept.
        await DoneAsync(seller, $"/api/introductions/{id}/withdraw", new { });
        Assert.False(await MayPriceAsync(listing.Id, world.Known.Neighbour));
        await NothingSeenAsync(everybody, id);
        Assert.False(await world.ReadAsync(db => db.Set<IntroductionContact>().AnyAsync(c => c.IntroductionId == id)));
        var told = await buyer.GetStringAsync($"/api/introductions/{id}");
        Assert.Contains("曾互相可见", told, StringComparison.Ordinal);
        Assert.Contains("对方企业", told, StringComparison.Ordinal); // who did it there is not named
        await RefusedAsync(buyer, $"/api/introductions/{id}/consent", new { contactName = BuyerName, contactPhone = BuyerPhone }, HttpStatusCode.Conflict, "已经同意过");
        foreach (var client in everybody) client.Dispose();
    }

    [WorldFact]
    public async Task A_firm_offers_itself_the_other_declines_and_the_reason_stays_with_those_it_was_told()
    {
        var other = await NeighbourAsync("declines");
        using var firm = await world.ApiAsync(world.Known.Manager);
        using var neighbour = await world.ApiAsync(other);
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        var registered = await world.ReadAsync(db => db.Set<OrganisationContact>().Where(c => c.OrganisationId == world.Known.Firm).Select(c => c.Id).SingleAsync());
        await RefusedAsync(firm, "/api/introductions", new { partner = "重庆小石压铸有限公司", side = "Seller", product = "铝棒" }, HttpStatusCode.UnprocessableEntity, "联系电话");
        await RefusedAsync(firm, "/api/introductions", new { partner = "重庆清溪铝锭有限公司", side = "Seller", product = "铝棒", contactId = registered }, HttpStatusCode.UnprocessableEntity, "不能和自己对接");
        await RefusedAsync(firm, "/api/introductions", new { listingId = world.Known.PublishedListing, contactId = registered }, HttpStatusCode.Conflict, "其他区县");
        await RefusedAsync(firm, "/api/introductions", new { listingId = world.Known.ForeignListing, contactId = registered }, HttpStatusCode.UnprocessableEntity, "不在您的查看范围");
        await RefusedAsync(firm, "/api/introductions", new { organisationId = world.Known.ForeignFirm, side = "Seller", product = "铝棒", contactId = registered }, HttpStatusCode.UnprocessableEntity, "没有这家企业");

        async Task<Guid> OfferAsync(string product)
        {
            using var made = await firm.PostAsJsonAsync("/api/introductions", new { partner = "重庆小石压铸有限公司", side = "Seller", product, contactId = registered });
            Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }

        var id = await OfferAsync("试验铝棒");
        Assert.Contains("重庆清溪铝锭有限公司想与贵企业对接：试验铝棒", await BoardAsync(await world.ActorAsync(other)), StringComparison.Ordinal);
        Assert.Contains(await NoticesAsync(other), n => n.Title == "重庆清溪铝锭有限公司想与贵企业对接：试验铝棒");
        Assert.Contains("13883001001", await OpenedAsync(id), StringComparison.Ordinal); // the registered number went along, sealed
        await RefusedAsync(secretary, $"/api/introductions/{id}/withdraw", new { }, HttpStatusCode.Conflict, "由企业自己撤回");
        await RefusedAsync(neighbour, $"/api/introductions/{id}/decline", new { reason = "Other" }, HttpStatusCode.UnprocessableEntity, "写明原因");
        await DoneAsync(neighbour, $"/api/introductions/{id}/decline", new { reason = "Supplied", text = "用着隔壁的" });
        Assert.Equal((false, true, true), (await ReasonAsync(firm, id), await ReasonAsync(neighbour, id), await ReasonAsync(secretary, id)));
        await RefusedAsync(firm, "/api/introductions", new { partner = "重庆小石压铸有限公司", side = "Seller", product = "试验 铝棒", contactId = registered }, HttpStatusCode.Conflict, "30 天后");

        var second = await OfferAsync("试验铝锭");
        await DoneAsync(neighbour, $"/api/introductions/{second}/decline", new { reason = "Price", tell = true });
        Assert.True(await ReasonAsync(firm, second));

        // One person with a post at each of the two says yes for one of them only.
        var third = (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<StartIntroduction>(), new StartIntroduction.Input { OrganisationId = world.Known.Firm, Partner = "重庆小石压铸有限公司", Side = IntroductionSide.Buyer, Product = "试验铝屑" })).Value!.Id;
        var person = Guid.CreateVersion7();
        Assert.True((await ConsentAsync(Speaker(world.Known.Firm, Role.EnterpriseManager, (Role.EnterpriseManager, world.Known.Neighbour), person), third)).IsDone);
        Assert.Contains("两个人分别作出", (await ConsentAsync(Speaker(world.Known.Neighbour, Role.PurchasingClerk, (Role.EnterpriseManager, world.Known.Firm), person), third)).Message, StringComparison.Ordinal);

        // It stands still: the list says for whom, the work page counts it, and there is one reminder a day.
        world.Clock.Advance(TimeSpan.FromDays(7));
        var officer = await world.ActorAsync(world.Known.Secretary);
        var stalled = (await world.AsAsync(officer, s => s.GetRequiredService<ListIntroductions>().RunAsync(new() { Stalled = true, OrganisationId = world.Known.Firm }))).Value!;
        var row = Assert.Single(stalled.Items, r => r.Id == third);
        Assert.Equal(("等卖方同意 7 天", true), (row.WaitsFor, row.IsStalled));
        Assert.DoesNotContain(stalled.Items, r => r.Id == id);
        Assert.Contains("次对接停滞超过 5 天", await BoardAsync(officer), StringComparison.Ordinal);
        Assert.True((await RemindAsync(officer, third)).IsDone);
        Assert.Contains("一天最多提醒一次", (await RemindAsync(officer, third)).Message, StringComparison.Ordinal);
        Assert.Single(await NoticesAsync(other), n => n.Title.StartsWith("提醒：重庆清溪铝锭有限公司的对接等贵企业答复", StringComparison.Ordinal));
        Assert.DoesNotContain(await NoticesAsync(world.Known.Manager), n => n.Title.StartsWith("提醒", StringComparison.Ordinal)); // that side has answered
        var committee = Speaker(world.Known.Firm, Role.CommitteeMember, (Role.CommitteeMember, world.Known.Firm));
        Assert.Equal(OutcomeKind.Denied, (await RemindAsync(committee, third)).Kind);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await RemindAsync(officer, third)).IsDone);

        // A secretary whose post is in one alliance guides what belongs to it.
        var elsewhere = Actor.Person(Guid.CreateVersion7(), "别处", [new(Role.AllianceSecretary, world.Known.Tongliang, Guid.CreateVersion7(), null)], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);
        Assert.Contains("不在您任职的联盟", (await world.AsAsync(elsewhere, s => s.GetRequiredService<StartIntroduction>().RunAsync(new() { OrganisationId = world.Known.Firm, Partner = "重庆小石压铸有限公司", Side = IntroductionSide.Buyer, Product = "别处" }))).Message, StringComparison.Ordinal);
        var fourth = (await world.AsAsync(officer, s => s.GetRequiredService<StartIntroduction>().RunAsync(new() { OrganisationId = world.Known.Firm, Partner = "重庆小石压铸有限公司", Side = IntroductionSide.Buyer, Product = "收回" }))).Value!.Id;
        Assert.True((await world.AsAsync(officer, s => s.GetRequiredService<WithdrawIntroduction>().RunAsync(new() { Id = fourth }))).IsDone);
    }

    [WorldFact]
    public async Task Two_consents_at_once_are_both_kept_and_it_becomes_a_deal_once()
    {
        var officer = await world.ActorAsync(world.Known.Officer);
        var (buyer, seller) = (Speaker(world.Known.Firm), Speaker(world.Known.Neighbour, Role.PurchasingClerk));
        Guid last = default;
        for (var round = 0; round < 20; round++)
        {
            last = (await world.AsAsync(officer, s => s.GetRequiredService<StartIntroduction>().RunAsync(new() { OrganisationId = world.Known.Firm, Partner = "重庆小石压铸有限公司", Side = IntroductionSide.Buyer, Product = $"并发 {round}" }))).Value!.Id;
            var outcomes = await Task.WhenAll(ConsentAsync(buyer, last), ConsentAsync(seller, last), ConsentAsync(seller, last));
            Assert.Equal(2, outcomes.Count(o => o.IsDone));
            var (stage, contacts) = await world.ReadAsync(async db => ((await db.Set<Introduction>().SingleAsync(i => i.Id == last)).Stage, await db.Set<IntroductionContact>().CountAsync(c => c.IntroductionId == last)));
            Assert.Equal((IntroductionStage.Consented, 2), (stage, contacts));
        }

        Assert.Null(await world.AsAsync(Speaker(await FirmAsync("重庆无码铝材厂")), s => s.GetRequiredService<IntroductionBook>().FindAsync(last, TestContext.Current.CancellationToken)));
        Assert.Equal((true, false), (await DealAsync(buyer, last), await DealAsync(seller, last)));
        var figure = await world.AsAsync(officer, s => s.GetRequiredService<IntroductionBook>().Figures().SingleAsync(f => f.Id == last));
        Assert.True(figure is { OfferedAt: not null, ConsentedAt: not null, DealAt: not null, TalkingAt: null, DeclinedAt: null });

        // Consent may be taken back even then: the deal stays, the contacts go.
        Assert.True((await world.AsAsync(seller, s => s.GetRequiredService<WithdrawIntroduction>().RunAsync(new() { Id = last }))).IsDone);
        Assert.Equal((IntroductionStage.Deal, false), await world.ReadAsync(async db => ((await db.Set<Introduction>().SingleAsync(i => i.Id == last)).Stage, await db.Set<IntroductionContact>().AnyAsync(c => c.IntroductionId == last))));
    }

    [WorldFact]
    public async Task A_merge_takes_them_along_and_a_firm_that_leaves_ends_them()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        using var register = await officer.UploadAsync("/api/imports/enterprises?commit=true", Encoding.UTF8.GetBytes($"企业名称,统一社会信用代码,主营产品\n重庆对接甲铝业有限公司,{TestCodes.Uscc(711)},铝棒\n重庆对接乙铝业有限公司,{TestCodes.Uscc(712)},铝棒\n"), "名册.csv");
        register.EnsureSuccessStatusCode();
        var ids = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name.StartsWith("重庆对接")).ToDictionaryAsync(o => o.Name[4], o => o.Id));
        async Task<Guid> StartAsync(Guid one, string other, string product)
            => (await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<StartIntroduction>(), new StartIntroduction.Input { OrganisationId = one, Partner = other, Side = IntroductionSide.Seller, Product = product })).Value!.Id;
        var kept = await StartAsync(ids['甲'], "重庆清溪铝锭有限公司", "合并铝棒");
        var twice = await StartAsync(ids['乙'], "重庆清溪铝锭有限公司", "合并 铝棒");
        var between = await StartAsync(ids['乙'], "重庆对接甲铝业有限公司", "合并铝棒");
        var moved = await StartAsync(ids['乙'], "重庆清溪铝锭有限公司", "合并铝管");
        foreach (var id in new[] { twice, moved }) Assert.True((await ConsentAsync(Speaker(ids['乙']), id)).IsDone);
        using (var merged = await officer.PostAsJsonAsync($"/api/organisations/{ids['甲']}/merge", new { otherId = ids['乙'] }))
            Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());

        Assert.Equal((IntroductionStage.Suggested, ids['甲'], false), await StateAsync(kept));
        Assert.Equal((IntroductionStage.Withdrawn, ids['甲'], false), await StateAsync(twice));
        Assert.Equal((IntroductionStage.Withdrawn, ids['乙'], false), await StateAsync(between));
        Assert.Equal((IntroductionStage.Offered, ids['甲'], true), await StateAsync(moved));

        using (var removed = await officer.DeleteAsync($"/api/organisations/{ids['甲']}")) Assert.True(removed.IsSuccessStatusCode, await removed.Content.ReadAsStringAsync());
        await world.SettleAsync();
        Assert.Equal((IntroductionStage.Withdrawn, ids['甲'], false), await StateAsync(moved));
    }

    private static EditListing.Input Edited(Listing listing) => new()
    {
        Id = listing.Id, Version = listing.Version, Kind = listing.Kind, Title = "求购破碎废铝（含铁不超过百分之一）", Product = listing.Product, Quantity = 260, Unit = listing.Unit, Price = 15500, ValidUntil = listing.ValidUntil, Visibility = listing.Visibility,
    };

    private Task<(IntroductionStage Stage, Guid Seller, bool HasContact)> StateAsync(Guid id) => world.ReadAsync(async db =>
    {
        var found = await db.Set<Introduction>().SingleAsync(i => i.Id == id);
        return (found.Stage, found.SellerId, await db.Set<IntroductionContact>().AnyAsync(c => c.IntroductionId == id));
    });

    /// <summary>Neither contact nor price stands in a list, an export, a fact, a notice; on the introduction itself only before those who may.</summary>
    private async Task NothingSeenAsync(HttpClient[] clients, Guid id, HttpClient[]? exceptShown = null)
    {
        string[] hidden = [.. Contacts, "15500", "15,500"];
        var seen = 0;
        foreach (var client in clients)
        {
            var texts = new List<string> { await client.GetStringAsync("/api/introductions?pageSize=200"), Unzipped(await client.GetByteArrayAsync("/api/introductions/export.xlsx")), await client.GetStringAsync("/api/work") };
            if (exceptShown?.Contains(client) != true) texts.Add(await client.GetStringAsync($"/api/introductions/{id}"));
            Assert.All(texts, text => Assert.DoesNotContain(hidden, word => text.WithoutIds().Contains(word, StringComparison.Ordinal)));
            seen += texts.Count(text => text.Contains("废铝", StringComparison.Ordinal));
        }

        Assert.True(seen >= clients.Length * 2, $"only {seen} answers spoke of the introduction at all");
        var rows = await world.ReadAsync(async db => (await db.Set<LedgerEntry>().Select(e => e.Json ?? "").ToListAsync()).Concat(await db.Set<Notice>().Select(n => n.Title + n.Text).ToListAsync()).ToList());
        Assert.True(rows.Exists(r => r.Contains(id.ToString(), StringComparison.Ordinal)));
        Assert.DoesNotContain(rows, row => Contacts.Any(word => row.Contains(word, StringComparison.Ordinal)));
    }

    private static string Unzipped(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static async Task RefusedAsync(HttpClient client, string url, object body, HttpStatusCode status, string words)
    {
        using var answer = await client.PostAsJsonAsync(url, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{url} → {(int)answer.StatusCode} {text}");
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static async Task DoneAsync(HttpClient client, string url, object body)
    {
        using var answer = await client.PostAsJsonAsync(url, body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static Task<JsonElement> ShownAsync(HttpClient client, Guid id) => client.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");

    private static async Task<bool> ReasonAsync(HttpClient client, Guid id)
    {
        var row = (await client.GetFromJsonAsync<JsonElement>("/api/introductions?pageSize=200")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("id").GetGuid() == id);
        var shown = (await ShownAsync(client, id)).GetProperty("reason").ValueKind == JsonValueKind.String;
        Assert.Equal(shown, row.GetProperty("reason").ValueKind == JsonValueKind.String);
        return shown;
    }

    private Task<Outcome<Guid>> ConsentAsync(Actor actor, Guid id)
        => world.AsAsync(actor, s => s.GetRequiredService<ConsentIntroduction>().RunAsync(new() { Id = id, ContactName = "并发找人", ContactPhone = "13900007733" }));

    private Task<Outcome<Guid>> RemindAsync(Actor actor, Guid id) => world.AsAsync(actor, s => s.GetRequiredService<RemindIntroduction>().RunAsync(new() { Id = id }));

    private Task<bool> DealAsync(Actor actor, Guid id) => world.AsAsync(actor, async s =>
    {
        var became = await s.GetRequiredService<IntroductionBook>().BecomeDealAsync(id, Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        await s.GetRequiredService<AppDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return became;
    });

    private Task<bool> MayPriceAsync(Guid listing, Guid firm)
        => world.AsAsync(Speaker(firm), s => s.GetRequiredService<PriceConsents>().MayAsync(listing, firm, TestContext.Current.CancellationToken));

    private async Task<string> BoardAsync(Actor actor) => JsonSerializer.Serialize((await world.AsAsync(actor, s => s.GetRequiredService<ShowWork>().RunAsync(new()))).Value, Json.Options);

    private Task<List<Notice>> NoticesAsync(Person person) => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().Where(n => n.UserId == person.Id).ToListAsync());

    private async Task<string> OpenedAsync(Guid id)
    {
        var phone = await world.ReadAsync(db => db.Set<IntroductionContact>().Where(c => c.IntroductionId == id).Select(c => c.Phone).SingleAsync());
        Assert.DoesNotContain("13883001001", phone, StringComparison.Ordinal);
        return world.Services.GetRequiredService<LianMeng.Shared.Secrets.Telephones>().Open(phone)!;
    }

    private Task<Guid> FirmAsync(string name) => world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Name == name).Select(o => o.Id).SingleAsync());

    private Actor Speaker(Guid firm, Role role = Role.EnterpriseManager, (Role Role, Guid Firm)? beside = null, Guid? user = null)
        => Actor.Person(user ?? Guid.CreateVersion7(), "测试", [new(role, world.Known.Tongliang, null, firm), .. beside is { } more ? [new Post(more.Role, world.Known.Tongliang, null, more.Firm)] : Array.Empty<Post>()], [world.Known.Tongliang, DistrictIds.City], world.Known.Tongliang);

    /// <summary>A manager of the other firm, with an account of the own.</summary>
    private async Task<Person> NeighbourAsync(string userName)
    {
        var made = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new CreateAccount.Input { UserName = userName, DisplayName = "小石经理（测试）", Password = Person.Password, Role = Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(2) });
        Assert.True(made.IsDone, made.Message);
        return new(userName, Role.EnterpriseManager, made.Value!.Id);
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Rosters;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>
/// A year of a chain secretary in the browser: an alliance is founded by approval, takes in members from a file, gets its 1+1+1, gives the
/// chair four times and skips a firm once, reviews its members, merges what was entered twice, hands over a post. At the end
/// the auditor reads the same story.
/// </summary>
public sealed class SecretaryYearTests(Chromium chromium)
{
    private const string Password = "璧山联盟-一年的事";
    private const string Leader = "蔺知远", Instructor = "邰书韵", Successor = "郗明川";
    private const string Approval = "璧组发〔2026〕演示3号";
    private const string Promise = "协调二期厂房用电增容";

    /// <summary>A step waits for its page this long at most; a busy machine is slow, not wrong.</summary>
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 20_000 };

    /// <summary>Terms of the chair may be given a year ahead, so that four of them need no clock but today's.</summary>
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    [Fact]
    public async Task The_year_of_a_secretary()
    {
        await using var server = new RunningServer();
        await PlayAsync(server);
    }

    [Fact]
    public async Task The_year_of_a_secretary_on_PostgreSQL()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES");
        Assert.SkipUnless(cluster is { Length: > 0 }, "LIANMENG_TEST_POSTGRES is not set; ./test starts a cluster");
        await using var server = new RunningServer(RunningServer.OnPostgres(cluster));
        await PlayAsync(server);
    }

    private async Task PlayAsync(RunningServer server)
    {
        await server.VerbAsync(["create-admin", "root.admin"], new Dictionary<string, string> { ["LIANMENG_ADMIN_PASSWORD"] = Password });
        await server.StartAsync();
        using var admin = await AdministratorAsync(server);
        var district = await CreateAsync(admin, "/api/districts", new { name = "璧山区", regionCode = "500120" });
        await CreateAsync(admin, "/api/accounts", new { userName = "shuji.bs", displayName = "周书记", password = Password, role = "AllianceSecretary", districtId = district });
        await CreateAsync(admin, "/api/accounts", new { userName = "shenji", displayName = "审计员", password = Password, role = "Auditor" });

        await using var watched = await chromium.OpenAsync(server);
        await watched.SignInAsync("shuji.bs", Password);
        await ImportAsync(watched, "/organisations/import", "企业名册.xlsx", YearRosters.Firms(), $"新增 {YearRosters.Members.Count + YearRosters.EnteredTwice.Count} 家");
        await CreateAsync(admin, "/api/accounts", new { userName = "jingli.lr", displayName = "砺镕经理", password = Password, role = "EnterpriseManager", districtId = district, uscc = YearRosters.CodeOf(0) });

        var alliance = await FoundAsync(watched);
        await ImportAsync(watched, "/memberships/import", "联盟成员.xlsx", YearRosters.Memberships(Today), $"新增 {YearRosters.FromFile} 家");
        await ImportAsync(watched, "/party-organisations/import", "党组织.xlsx", YearRosters.PartyBranches(), $"新增 {YearRosters.FromFile} 个");
        await AppointAsync(watched, alliance);
        await RotateAsync(server, watched, alliance);
        await ReviewAsync(watched, alliance);
        await MergeAsync(watched);
        await HandOverAsync(watched, alliance);
        var noise = watched.TakeNoise();
        Assert.True(noise.Count == 0, string.Join('\n', noise));
        await AuditAsync(server);
        Assert.Empty(server.Errors);
    }

    /// <returns>the address of the alliance's page</returns>
    private static async Task<string> FoundAsync(WatchedPage watched)
    {
        var page = watched.Page;
        await page.GotoAsync("/alliances/new");
        await page.SelectOptionAsync("main [name=kind]", "PartyBuildingAlliance");
        await page.FillAsync("main [name=name]", YearRosters.AllianceName);
        await page.FillAsync("main [name=chains]", "铝");
        await page.FillAsync("main [name=reason]", "区委组织部工作部署");
        await page.ClickAsync("main form.lm-form button[type=submit]");
        await page.WaitForURLAsync("**/founding?**");
        var alliance = new Uri(page.Url).AbsolutePath.Replace("/founding", "", StringComparison.Ordinal);

        // Not before it is approved.
        await ConfirmAsync(page.Locator("main"), "转入运行", panel => panel.Locator("[name=reason]").FillAsync("成立大会已召开"));
        await ExpectAsync(page.Locator("main [role=alert]"), "批复");
        Assert.Contains("409", Assert.Single(watched.TakeNoise()), StringComparison.Ordinal);
        await page.GotoAsync(alliance + "/founding");
        await page.FillAsync("main [name=body]", "中共璧山区委组织部（演示）");
        await page.FillAsync("main [name=documentNumber]", Approval);
        await page.FillAsync("main [name=date]", Iso(Today.AddMonths(-21)));
        await page.FillAsync("main [name=members]", string.Join('\n', YearRosters.Members.Skip(YearRosters.FromFile)));
        await page.Locator("main section[aria-labelledby=approvals] button[type=submit]").ClickAsync();
        await SavedAsync(page);
        await ExpectAsync(page.Locator("main section[aria-labelledby=approvals]"), $"写明成员 {YearRosters.Members.Count - YearRosters.FromFile} 家");
        await page.GotoAsync(alliance + "/founding");
        await ConfirmAsync(page.Locator("main"), "转入运行", panel => panel.Locator("[name=reason]").FillAsync("成立大会已召开"));
        await SavedAsync(page);
        await page.GotoAsync(alliance);
        // All three of 1+1+1 are missed now.
        await Assertions.Expect(page.Locator(".lm-posts .lm-vacant")).ToHaveCountAsync(3);
        return alliance;
    }

    private static async Task AppointAsync(WatchedPage watched, string alliance)
    {
        var page = watched.Page;
        foreach (var (role, name) in new[] { ("ChainLeader", Leader), ("PartyInstructor", Instructor) })
        {
            await AppointAsync(page, alliance, role, name);
            await ExpectAsync(page.Locator("main table"), name);
        }

        // For the chair a firm must be judged: who has a Party branch is.
        for (var i = 0; i < YearRosters.FromFile; i++)
        {
            await page.GotoAsync(alliance + "/members");
            await page.Locator("main table").GetByRole(AriaRole.Link, new() { NameString = YearRosters.Members[i] }).ClickAsync();
            await watched.ExpectHeadingAsync(YearRosters.Members[i]);
            await ConfirmAsync(page.Locator("main"), "认定轮值资格", async panel =>
            {
                await panel.Locator("[name=isFit]").CheckAsync();
                await panel.Locator("[name=reason]").FillAsync("委员会会议认定");
            });
            await SavedAsync(page);
        }
    }

    /// <summary>The order is that of joining. The firm accepts by itself once; the second in turn is passed over once and comes next.</summary>
    private async Task RotateAsync(RunningServer server, WatchedPage watched, string alliance)
    {
        var page = watched.Page;
        var (first, second, third, fourth) = (YearRosters.Members[0], YearRosters.Members[1], YearRosters.Members[2], YearRosters.Members[3]);
        await InviteAsync(page, alliance, first);
        await using (var firm = await chromium.OpenAsync(server))
        {
            await firm.SignInAsync("jingli.lr", Password);
            // What waits for the firm stands on its home and leads there.
            await firm.Page.Locator("main").GetByText("邀请本企业党组织任轮值单位").First.ClickAsync();
            await ConfirmAsync(firm.Page.Locator("main"), "接受");
            await SavedAsync(firm.Page);
            await ExpectAsync(firm.Page.Locator("main table").First, "现任");
            Assert.Empty(firm.TakeNoise());
        }

        await page.GotoAsync(alliance + "/rotation");
        await ExpectAsync(Next(page), second);
        await ConfirmAsync(Next(page), "跳过", panel => panel.Locator("[name=reason]").FillAsync("厂区搬迁，书面请求推迟一任"));
        await SavedAsync(page);
        await InviteAndRecordAsync(page, alliance, third);
        await InviteAndRecordAsync(page, alliance, second);
        await InviteAndRecordAsync(page, alliance, fourth);
        await page.GotoAsync(alliance + "/rotation");
        var terms = page.Locator("main section[aria-label=轮值安排和记录] tbody tr");
        await Assertions.Expect(terms).ToHaveCountAsync(5);
        await Assertions.Expect(terms.Filter(new() { HasText = "交接单" })).ToHaveCountAsync(4);
        await ExpectAsync(terms.Filter(new() { HasText = "跳过" }), second);
        await watched.ShootAsync("year-rotation");
        await page.GotoAsync(alliance);
        await Assertions.Expect(page.Locator(".lm-posts .lm-vacant")).ToHaveCountAsync(0);
        foreach (var holder in new[] { Leader, Instructor, first }) await ExpectAsync(page.Locator(".lm-posts"), holder);
        await watched.ShootAsync("year-alliance");
    }

    private static async Task ReviewAsync(WatchedPage watched, string alliance)
    {
        var page = watched.Page;
        var leaving = YearRosters.Members[4];
        var due = page.Locator("#field-members .lm-check");
        await page.GotoAsync(alliance + "/review");
        await Assertions.Expect(due).ToHaveCountAsync(YearRosters.Members.Count);
        for (var i = 0; i < YearRosters.Members.Count; i++)
        {
            if (YearRosters.Members[i] != leaving) await due.Filter(new() { HasText = YearRosters.Members[i] }).Locator("input").CheckAsync();
        }

        await DecideAsync(page, "Keep", "履行义务、参加活动情况良好");
        await page.GotoAsync(alliance + "/review");
        await Assertions.Expect(due).ToHaveCountAsync(1);
        await due.Filter(new() { HasText = leaving }).Locator("input").CheckAsync();
        await DecideAsync(page, "Leave", "迁出本区");
        await ExpectAsync(page.Locator("main"), "没有到期的复核");
        await page.GotoAsync(alliance + "/members");
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(YearRosters.Members.Count - 1);
    }

    /// <summary>Three firms stand twice; each is merged into the entry that has the code, and one is found to be another firm after all.</summary>
    private static async Task MergeAsync(WatchedPage watched)
    {
        var page = watched.Page;
        for (var i = 0; i < YearRosters.EnteredTwice.Count; i++)
        {
            await page.GotoAsync("/organisations/duplicates");
            await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(YearRosters.EnteredTwice.Count - i);
            await page.Locator("main table tbody tr", new() { HasTextString = YearRosters.EnteredTwice[i] }).GetByText("对照合并").ClickAsync();
            await watched.ExpectHeadingAsync("对照合并");
            var kept = page.Locator(".lm-merge-head [role=columnheader]").Nth(1);
            if (!(await kept.InnerTextAsync()).StartsWith(YearRosters.Members[i], StringComparison.Ordinal))
            {
                await page.GetByText("左右对调").ClickAsync();
                await ExpectAsync(kept, YearRosters.Members[i]);
            }

            if (i == 0) await watched.ShootAsync("year-merge");
            await page.ClickAsync("main form.lm-form-full button[type=submit]");
            await page.WaitForURLAsync("**notice=merged**");
            await watched.ExpectHeadingAsync(YearRosters.Members[i]);
        }

        await ConfirmAsync(page.Locator("main section[aria-labelledby=merges]"), "撤销合并");
        await page.WaitForURLAsync("**notice=unmerged**");
        await page.GotoAsync("/organisations/duplicates");
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(1);
        await ExpectAsync(page.Locator("main table"), YearRosters.EnteredTwice[^1]);
    }

    /// <summary>What the instructor had promised is red when the post ends, until the successor has it; and the chair's sheet passes it on.</summary>
    private static async Task HandOverAsync(WatchedPage watched, string alliance)
    {
        var page = watched.Page;
        await page.GotoAsync(alliance + "/registers/new");
        await page.SelectOptionAsync("main [name=kind]", "Promise");
        await page.FillAsync("main [name=title]", Promise);
        await page.SelectOptionAsync("main [name=userId]", new SelectOptionValue { Label = Instructor });
        await page.FillAsync("main [name=deadline]", Iso(Today.AddMonths(2)));
        await page.ClickAsync("main form.lm-form button[type=submit]");
        await watched.ExpectHeadingAsync(Promise);
        var entry = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(alliance + "/posts");
        await ConfirmAsync(page.Locator("main tbody tr", new() { HasTextString = Instructor }), "免去", panel => panel.Locator("[name=reason]").FillAsync("工作调整"));
        await SavedAsync(page);
        await page.GotoAsync(alliance);
        await Assertions.Expect(page.Locator(".lm-posts .lm-vacant")).ToHaveCountAsync(1);
        await page.GotoAsync(entry);
        await ExpectAsync(page.Locator("main"), "待交接");
        await AppointAsync(page, alliance, "PartyInstructor", Successor);
        // All that the leaver had open goes over at once.
        await page.GotoAsync(alliance + "/registers");
        var handover = page.Locator("main section[aria-labelledby=handover]");
        await handover.Locator("[name=fromId]").SelectOptionAsync(new SelectOptionValue { Label = $"{Instructor}（1 项）" });
        await handover.Locator("[name=toId]").SelectOptionAsync(new SelectOptionValue { Label = Successor });
        await handover.Locator("button[type=submit]").ClickAsync();
        await SavedAsync(page);
        await Assertions.Expect(handover).ToHaveCountAsync(0);
        await page.GotoAsync(entry);
        await ExpectAsync(page.Locator("main"), Successor);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("待交接");
        await page.GotoAsync(alliance);
        await Assertions.Expect(page.Locator(".lm-posts .lm-vacant")).ToHaveCountAsync(0);
        await ExpectAsync(page.Locator(".lm-posts"), Successor);

        await page.GotoAsync(alliance + "/rotation");
        await page.Locator("main tbody tr", new() { HasTextString = "现任" }).GetByText("交接单").ClickAsync();
        await watched.ExpectHeadingAsync("轮值交接单");
        foreach (var words in new[] { Promise, YearRosters.Members[0], YearRosters.Members[2] }) await ExpectAsync(page.Locator("main"), words);
        await watched.ShootAsync("year-handover");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载 Word 文档").ClickAsync());
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
        using var word = ZipFile.OpenRead(await file.PathAsync());
        using var document = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        Assert.Contains(Promise, await document.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>The ledger tells the year in its order, in words, to somebody who took no part in it.</summary>
    private async Task AuditAsync(RunningServer server)
    {
        await using var watched = await chromium.OpenAsync(server);
        await watched.SignInAsync("shenji", Password);
        await watched.Page.GotoAsync("/ledger?sort=oldest&pageSize=200");
        await watched.ShootAsync("year-ledger");
        var told = await watched.Page.Locator("main table tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => [...r.cells].slice(0, 3).map(c => c.innerText.trim()).join(' | '))");
        Assert.InRange(told.Length, 50, 199);
        var (first, second, third, fourth) = (YearRosters.Members[0], YearRosters.Members[1], YearRosters.Members[2], YearRosters.Members[3]);
        string[][] story =
        [
            [$"导入企业名册：新增 {YearRosters.Members.Count + YearRosters.EnteredTwice.Count}"],
            ["筹建联盟（党建联盟）", "周书记"],
            [$"登记批复：{Approval}"],
            [$"联盟成员：正式成员（批复写明：{Approval}）", YearRosters.Members[4]],
            ["联盟状态：筹建 → 运行（成立大会已召开）"],
            ["联盟成员：正式成员", fourth],
            [$"导入联盟成员：新增 {YearRosters.FromFile}"],
            [$"导入党组织：新增 {YearRosters.FromFile}"],
            ["任职", Leader],
            ["任职", Instructor],
            ["轮值资格认定：基础较好、有一定影响力（委员会会议认定）", fourth],
            ["轮值单位：已邀请", first, "周书记"],
            ["轮值单位：已邀请 → 已接受", first, "砺镕经理"],
            ["轮值单位：跳过（厂区搬迁，书面请求推迟一任）", second],
            ["轮值单位：已邀请 → 已接受（代录：", third],
            ["轮值单位：已邀请 → 已接受（代录：", second],
            ["轮值单位：已邀请 → 已接受（代录：", fourth],
            ["年度复核：保留成员资格（履行义务、参加活动情况良好）"],
            ["年度复核：退出联盟（迁出本区）", YearRosters.Members[4]],
            ["合并重复的登记", first],
            ["合并重复的登记", second],
            ["合并重复的登记", third],
            ["撤销合并，恢复为两家", third],
            ["登记清单事项：承诺清单"],
            ["免去职务（驻链指导员）：工作调整", Instructor],
            ["任职", Successor],
            ["移交清单事项：1 项", Instructor, Successor],
        ];
        var at = 0;
        foreach (var words in story)
        {
            var found = Array.FindIndex(told, at, line => words.All(w => line.Contains(w, StringComparison.Ordinal)));
            Assert.True(found >= 0, $"The ledger does not go on with “{string.Join(" … ", words)}” after line {at}:\n{string.Join('\n', told)}");
            at = found + 1;
        }

        Assert.Equal(YearRosters.FromFile, told.Count(line => line.Contains("已邀请 → 已接受", StringComparison.Ordinal)));
        Assert.Equal(YearRosters.EnteredTwice.Count, told.Count(line => line.Contains("合并重复的登记", StringComparison.Ordinal)));
        Assert.Empty(watched.TakeNoise());
    }

    private static ILocator Next(IPage page) => page.Locator("main section[aria-labelledby=next]");

    private static async Task InviteAsync(IPage page, string alliance, string firm)
    {
        await page.GotoAsync(alliance + "/rotation");
        await ExpectAsync(Next(page).Locator(".lm-post-holder"), firm);
        await ConfirmAsync(Next(page), "邀请");
        await SavedAsync(page);
        await ExpectAsync(Next(page), "等待答复");
    }

    private static async Task InviteAndRecordAsync(IPage page, string alliance, string firm)
    {
        await InviteAsync(page, alliance, firm);
        await page.GotoAsync(alliance + "/rotation");
        await ConfirmAsync(page.Locator("main tbody tr", new() { HasTextString = "已邀请" }), "代录答复", async panel =>
        {
            await panel.Locator("[name=accept]").CheckAsync();
            await panel.Locator("[name=reason]").FillAsync("该企业党支部书面回复");
        });
        await SavedAsync(page);
    }

    private static async Task AppointAsync(IPage page, string alliance, string role, string name)
    {
        await page.GotoAsync(alliance + "/posts");
        var form = page.Locator("main section[aria-labelledby=appoint] form.lm-form-wide");
        await form.Locator("[name=role]").SelectOptionAsync(role);
        await form.Locator("[name=personName]").FillAsync(name);
        await form.Locator("button[type=submit]").ClickAsync();
        await SavedAsync(page);
    }

    private static async Task DecideAsync(IPage page, string decision, string reason)
    {
        await page.SelectOptionAsync("main [name=decision]", decision);
        await page.FillAsync("main [name=reason]", reason);
        await page.ClickAsync("main form.lm-form-wide button[type=submit]");
        await SavedAsync(page);
    }

    /// <summary>Uploads a file, looks at the preview and takes it over.</summary>
    private static async Task ImportAsync(WatchedPage watched, string address, string fileName, byte[] content, string done)
    {
        var page = watched.Page;
        await page.GotoAsync(address);
        await page.SetInputFilesAsync("main [name=file]", new FilePayload { Name = fileName, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });
        await page.ClickAsync("main form button[type=submit]");
        await watched.ExpectHeadingAsync("核对预览");
        await page.GetByRole(AriaRole.Button, new() { NameString = "确认导入" }).ClickAsync();
        await watched.ExpectHeadingAsync("导入完成");
        await ExpectAsync(page.Locator("main"), done);
    }

    /// <summary>Opens the panel of a step that is asked about first, fills it and confirms.</summary>
    private static async Task ConfirmAsync(ILocator within, string button, Func<ILocator, Task>? fill = null)
    {
        var panel = within.Locator("details.lm-confirm", new() { Has = within.Page.Locator("summary", new() { HasTextString = button }) }).First;
        await panel.Locator("summary").ClickAsync();
        if (fill is not null) await fill(panel);
        await panel.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Waits until it is saved; when it is not, says what the page shows instead.</summary>
    private static async Task SavedAsync(IPage page)
    {
        try
        {
            await page.WaitForURLAsync("**notice=saved**");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not saved: {page.Url} shows\n{await page.Locator("main").InnerTextAsync()}");
        }
    }

    private static Task ExpectAsync(ILocator place, string words) => Assertions.Expect(place).ToContainTextAsync(words, Patiently);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<HttpClient> AdministratorAsync(RunningServer server)
    {
        using var answer = await server.Http.PostAsJsonAsync("/api/login", new { userName = "root.admin", password = Password });
        answer.EnsureSuccessStatusCode();
        var client = new HttpClient { BaseAddress = server.Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return client;
    }

    private static async Task<Guid> CreateAsync(HttpClient api, string address, object body)
    {
        using var answer = await api.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}

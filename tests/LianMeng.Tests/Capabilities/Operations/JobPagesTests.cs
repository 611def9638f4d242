using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Tests.Shared.Jobs;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Capabilities.Operations;

/// <summary>What the machine could not do is seen by the administrator, and can be tried again or given up there.</summary>
public sealed class JobPagesTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_dead_delivery_is_shown_tried_again_and_given_up()
    {
        await StartAsync();
        var (first, second) = (await AddDeadAsync(900_001), await AddDeadAsync(900_002));
        using var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/jobs");
        Assert.Contains("测试处理", page.Body!.TextContent);
        Assert.Contains("已停止", page.Body.TextContent);
        Assert.Contains("账本中没有这一条", page.Body.TextContent);

        var retry = page.Form($"retry-{first}").FieldsOf();
        using (var answer = await browser.PostFormAsync("/jobs", retry)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Settling.UntilAsync("it was tried again", () => world.ReadAsync(db => db.Set<Delivery>().AnyAsync(d => d.Id == first && d.DeadAt == null && d.Attempts == 1)));

        var discard = page.Form($"discard-{second}").FieldsOf();
        using (var bare = await browser.PostFormAsync("/jobs", discard))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
            Assert.Contains("放弃的原因", (await bare.ReadPageAsync()).Body!.TextContent);
        }

        discard["reason"] = "对方已注销";
        using (var answer = await browser.PostFormAsync("/jobs", discard)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using (var again = await browser.PostFormAsync("/jobs", discard))
        {
            Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
            Assert.Contains("刚刚已经完成或被放弃", (await again.ReadPageAsync()).Body!.TextContent);
        }

        Assert.Equal(0, await world.ReadAsync(db => db.Set<Delivery>().CountAsync(d => d.Id == second)));
    }

    [WorldFact]
    public async Task A_scheduled_job_is_shown_in_words_and_run_at_once()
    {
        await StartAsync();
        await world.SettleAsync();
        using var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/jobs/scheduled");
        Assert.Contains("测试任务", page.Body!.TextContent);
        Assert.Contains("每天 02:30", page.Body.TextContent);
        using (var answer = await browser.SubmitAsync("/jobs/scheduled", page, $"run-{Probe.Job}")) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await world.SettleAsync();
        using var api = await world.ApiAsync(world.Known.Admin);
        var runs = await api.GetFromJsonAsync<JsonElement>("/api/jobs/runs?unfinished=false");
        Assert.True(runs.GetProperty("total").GetInt32() >= 6, runs.ToString()); // the one made good at the start and this one, in three districts
        Assert.Contains("九龙坡区", runs.ToString());
        var jobs = await api.GetFromJsonAsync<JsonElement>("/api/jobs");
        Assert.Equal(0, jobs.GetProperty("jobs")[0].GetProperty("unfinished").GetInt32());
        using var unknown = await api.PostAsJsonAsync("/api/jobs/run", new { job = "nothing" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
    }

    [WorldFact]
    public async Task A_run_that_failed_is_given_up_on_its_page()
    {
        await StartAsync();
        await world.SettleAsync();
        var id = await world.ReadAsync(async db =>
        {
            var run = JobRun.Of("gone", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), world.Known.Tongliang, default);
            for (var i = 0; i < BackgroundWork.MostAttempts; i++) run.Fail("没有成功", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            db.Add(run);
            await db.SaveChangesAsync();
            return run.Id;
        });
        using var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/jobs/scheduled?unfinished=true");
        using var answer = await browser.SubmitAsync("/jobs/scheduled?unfinished=true", page, $"discard-{id}", new() { ["reason"] = "任务已取消" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        page = await browser.PageAsync("/jobs/scheduled?unfinished=false&job=gone");
        Assert.Contains("已放弃", page.Body!.TextContent);
    }

    [WorldFact]
    public async Task Nobody_else_sees_or_runs_them()
    {
        foreach (var person in world.Known.OwnPeople.Where(p => p != world.Known.Admin))
        {
            using var browser = await world.BrowserAsync(person);
            await browser.PageAsync("/jobs", HttpStatusCode.Forbidden);
            await browser.PageAsync("/jobs/scheduled", HttpStatusCode.Forbidden);
        }
    }

    private Task StartAsync() => world.RestartAsync(new Probe { UserId = world.Known.Secretary.Id, DistrictId = world.Known.Tongliang }.AddWithJob);

    private Task<Guid> AddDeadAsync(long seq)
        => world.ReadAsync(async db =>
        {
            var delivery = Delivery.Of(Probe.Reaction, seq, world.Known.Tongliang, default);
            for (var i = 0; i < BackgroundWork.MostAttempts; i++) delivery.Fail("账本中没有这一条。", world.Clock.GetUtcNow().UtcDateTime);
            db.Add(delivery);
            await db.SaveChangesAsync();
            return delivery.Id;
        });
}

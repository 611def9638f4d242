using System.Net;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Settings;
using LianMeng.Shared.Settings;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Where administrators must have a second factor, they are led to it and nowhere else.</summary>
public sealed class SignInPolicyTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Administrators_and_auditors_without_one_can_only_add_one()
    {
        using var admin = await world.BrowserAsync(world.Known.Admin);
        using var adminApi = await world.ApiAsync(world.Known.Admin);
        using var auditorApi = await world.ApiAsync(world.Known.Auditor);
        using var secretary = await world.BrowserAsync(world.Known.Secretary);
        await admin.PageAsync("/accounts");
        var set = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ChangeSetting>(), new() { Key = SignInPolicy.Administrators.Key, Value = 1 });
        Assert.True(set.IsDone, set.Message);
        await Settling.UntilAsync("the setting is seen", () => Task.FromResult(world.Services.GetRequiredService<SettingValues>().IsOn(SignInPolicy.Administrators)));

        using (var led = await admin.GetAsync("/accounts"))
        {
            Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
            Assert.EndsWith("/me/security", led.Headers.Location!.ToString());
        }

        foreach (var address in new[] { "/api/ledger", "/api/me", "/api/notices" })
        {
            using var held = await auditorApi.GetAsync(address);
            Assert.True(held.StatusCode == HttpStatusCode.Forbidden, $"{address}: {(int)held.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await adminApi.SendAsync($"/api/accounts/{world.Known.Secretary.Id}/disable")).Status);
        Assert.Contains("您的职务要求第二重验证", (await admin.PageAsync("/me/security")).Body!.TextContent);
        await secretary.PageAsync("/organisations");

        await world.AddSecondFactorAsync(adminApi);
        using (var free = await adminApi.GetAsync("/api/accounts")) Assert.Equal(HttpStatusCode.OK, free.StatusCode);
        // The browser gave a password alone: it signs in again.
        using var ended = await admin.GetAsync("/accounts");
        Assert.Contains("/sign-in", ended.Headers.Location!.ToString());
    }
}

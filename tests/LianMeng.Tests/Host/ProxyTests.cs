using System.Net;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LianMeng.Tests.Host;

/// <summary>What a proxy in front says is believed only from where the operator said proxies are.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, "10.0.0.9", "http 10.0.0.9")]
    [InlineData("10.0.0.9", "10.0.0.9", "https 203.0.113.7")]
    [InlineData("10.0.0.0/8, 192.168.0.1", "10.200.1.1", "https 203.0.113.7")]
    [InlineData("10.0.0.0/8", "11.0.0.1", "http 11.0.0.1")]
    public async Task Forwarded_headers_are_believed_from_named_networks_only(string? networks, string from, string seen)
    {
        using var host = await StartAsync(networks);
        var answer = await host.GetTestServer().SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            http.Request.Host = new("lianmeng.example");
            http.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 203.0.113.7";
            http.Request.Headers["X-Forwarded-Proto"] = "https";
        });
        Assert.Equal(seen, await new StreamReader(answer.Response.Body).ReadToEndAsync());
        Assert.Equal(seen.StartsWith("https", StringComparison.Ordinal), answer.Response.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public void A_network_that_is_none_is_said_at_the_start()
    {
        var failed = Assert.ThrowsAny<Exception>(() => StartAsync("10.0.0.0/99").GetAwaiter().GetResult());
        Assert.Contains("Proxy:Networks", failed.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IHost> StartAsync(string? networks)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["Proxy:Networks"] = networks;
        Proxies.AddTo(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseHsts();
        app.Run(http => http.Response.WriteAsync($"{http.Request.Scheme} {Budgets.AddressOf(http.Connection.RemoteIpAddress)}"));
        await app.StartAsync();
        return app;
    }
}

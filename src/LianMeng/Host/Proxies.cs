using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace LianMeng.Host;

/// <summary>
/// Who a request comes from and by which scheme, as a proxy in front says it: believed only from <c>Proxy:Networks</c>
/// (addresses or CIDR, separated by commas; nothing by default).
/// </summary>
public static class Proxies
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        var networks = (configuration["Proxy:Networks"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = networks.Select(Parse).ToList(); // here, so that a wrong one is said before anything begins
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = configuration.GetValue("Proxy:Hops", 1);
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in known) o.KnownIPNetworks.Add(network);
        });
    }

    private static System.Net.IPNetwork Parse(string text)
        => System.Net.IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
            : throw new InvalidOperationException($"Proxy:Networks 中的“{text}”不是地址或网段，应写成 10.0.0.5 或 10.0.0.0/8。");
}

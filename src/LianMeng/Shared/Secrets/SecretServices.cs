using LianMeng.Shared.Data;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LianMeng.Shared.Secrets;

/// <summary>Everything about secrets at rest, in one line of the host.</summary>
public static class SecretServices
{
    public static void AddSecrets(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Telephones>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<ProtectionKeyStore>();
        services.AddReseal<ProtectionKeyReseal>();
        services.AddScheduledJob<ProtectionKeyJob>();
        services.AddDataProtection().SetApplicationName("LianMeng").DisableAutomaticKeyGeneration();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyStore>((options, store) => options.XmlRepository = store);
    }

    /// <summary>There is a key for cookies and tokens before the first request: nodes that start together agree on one.</summary>
    public static async Task EnsureProtectionKeyAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = await services.GetRequiredService<TrustedScopes>().OpenAsync(nameof(MakeProtectionKey), DistrictIds.City, cancellation);
        await scope.ServiceProvider.GetRequiredService<MakeProtectionKey>().RunAsync(new(), cancellation: cancellation);
    }
}

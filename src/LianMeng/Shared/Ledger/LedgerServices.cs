namespace LianMeng.Shared.Ledger;

/// <summary>How a capability's manifest says which state of this node follows the ledger.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddFollower<T>(this IServiceCollection services) where T : LedgerFollower
    {
        services.AddSingleton<T>();
        services.AddSingleton<LedgerFollower>(provider => provider.GetRequiredService<T>());
        return services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}

namespace LianMeng.Capabilities.Alliances.Public;

public static class RegisterSources
{
    public static IServiceCollection AddRegisterSource<T>(this IServiceCollection services) where T : RegisterSource => services.AddScoped<RegisterSource, T>();
}

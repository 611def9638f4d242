namespace LianMeng.Capabilities.Work.Public;

public static class WorkSources
{
    public static IServiceCollection AddWorkSource<T>(this IServiceCollection services) where T : WorkSource => services.AddScoped<WorkSource, T>();
}

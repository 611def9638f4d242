namespace LianMeng.Shared.Jobs;

/// <summary>How a capability's manifest says what follows from facts and what runs by the clock.</summary>
public static class JobServices
{
    public static IServiceCollection AddReaction<T>(this IServiceCollection services) where T : Reaction => services.AddSingleton<Reaction, T>();

    public static IServiceCollection AddScheduledJob<T>(this IServiceCollection services) where T : ScheduledJob => services.AddSingleton<ScheduledJob, T>();
}

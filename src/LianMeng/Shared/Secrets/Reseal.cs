namespace LianMeng.Shared.Secrets;

/// <summary>
/// One kind of sealed things. Whoever keeps such things registers one with <see cref="ResealServices.AddReseal{T}"/>; a
/// rotation of the keys walks them all, district by district.
/// </summary>
public abstract class Reseal
{
    /// <summary>What they are, in Chinese.</summary>
    public abstract string Title { get; }

    /// <summary>
    /// Seals up to <paramref name="most"/> things that are not under the current key anew: rows of the scope's data context,
    /// in the district that the scope writes to (what belongs to no district: in the city's). The caller saves.
    /// </summary>
    /// <returns>how many; 0 when none is left</returns>
    public abstract Task<int> RunBatchAsync(IServiceProvider services, int most, CancellationToken cancellation);
}

public static class ResealServices
{
    public static void AddReseal<T>(this IServiceCollection services) where T : Reseal => services.AddSingleton<Reseal, T>();
}

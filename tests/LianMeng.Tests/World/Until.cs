namespace LianMeng.Tests.World;

/// <summary>Waits for what follows from the ledger a moment later.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, int seconds = 20)
    {
        for (var tries = 0; tries < seconds * 20; tries++)
        {
            if (await condition()) return;
            await Task.Delay(50);
        }

        throw new TimeoutException($"It did not become true within {seconds} s.");
    }
}

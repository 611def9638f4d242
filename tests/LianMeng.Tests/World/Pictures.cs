namespace LianMeng.Tests.World;

/// <summary>Pictures of a few bytes.</summary>
public static class Pictures
{
    /// <summary>One transparent dot.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

using System.Globalization;

namespace LianMeng.Shared.Files;

/// <summary>Sizes as people read them; 1 MB is 1024 × 1024 bytes, as file managers count.</summary>
public static class FileSize
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>532 B, 18 KB, 2.4 MB, 1.9 GB.</summary>
    public static string Words(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < Megabyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
        < 1024 * Megabyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Megabyte:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * Megabyte):0.##} GB"),
    };
}

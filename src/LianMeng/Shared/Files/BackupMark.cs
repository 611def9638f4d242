using System.Globalization;

namespace LianMeng.Shared.Files;

/// <summary>When the last backup was done, as a file beside the data: a backup is a verb's work and writes no row.</summary>
public static class BackupMark
{
    private const string Name = "backup.last";

    public static void Write(Storage storage, DateTime at) => File.WriteAllText(storage.PathOf(Name), at.ToString("O", CultureInfo.InvariantCulture));

    /// <returns>UTC; null when none is noted</returns>
    public static DateTime? Read(Storage storage)
    {
        try
        {
            return DateTime.TryParse(File.ReadAllText(storage.PathOf(Name)), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        }
        catch (IOException)
        {
            return null; // there is none, or it is being written
        }
    }
}

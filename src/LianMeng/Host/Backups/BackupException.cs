namespace LianMeng.Host.Backups;

/// <summary>A backup cannot be made or put back; the message says why and what to do, in Chinese.</summary>
public sealed class BackupException : Exception
{
    public BackupException(string message) : base(message)
    {
    }

    public BackupException(string message, Exception inner) : base(message, inner)
    {
    }
}

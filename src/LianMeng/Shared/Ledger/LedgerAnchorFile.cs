using LianMeng.Shared.Files;

namespace LianMeng.Shared.Ledger;

/// <summary>Heads of the chain written down outside the database, one a line: number and hash. Whoever truncates or rewrites the whole ledger contradicts it.</summary>
public sealed class LedgerAnchorFile(Storage storage)
{
    private string FilePath => storage.PathOf("ledger.anchor");

    public void Write(long seq, byte[] hash) => File.AppendAllText(FilePath, $"{seq} {Convert.ToHexString(hash)}\n");

    public IReadOnlyDictionary<long, byte[]> Read()
    {
        var marks = new Dictionary<long, byte[]>();
        if (!File.Exists(FilePath)) return marks;
        foreach (var line in File.ReadLines(FilePath))
        {
            // A line that a crash cut short is no mark.
            if (line.Split(' ') is [var seq, { Length: 64 } hash] && long.TryParse(seq, out var number)) marks[number] = Convert.FromHexString(hash);
        }

        return marks;
    }
}

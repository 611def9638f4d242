using System.Runtime.CompilerServices;
using LianMeng.Shared.Files;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>Where the rows of one kind of import come from: an upload, opened and read row by row.</summary>
public abstract class ImportSource(FileStore storage)
{
    /// <summary>Up to this many rows the API answers at once; beyond, it starts an operation.</summary>
    public const int RowsAtOnce = 2000;

    /// <summary>Rows that are checked against the database by one question.</summary>
    protected const int Batch = 500;

    /// <summary>The columns.</summary>
    protected abstract ImportSchema Columns { get; }

    /// <summary>Opens an upload.</summary>
    /// <exception cref="SpreadsheetException">with what is wrong with the file and what to do</exception>
    public OpenImport Open(Guid districtId, string fileHash, string fileName)
    {
        var stream = storage.OpenUpload(districtId, fileHash);
        try
        {
            var spreadsheet = SpreadsheetReader.Read(stream, fileName);
            return new OpenImport(stream, spreadsheet, RosterTable.Find(spreadsheet, Columns));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Every row in the order of the file, checked; read from the file as it is asked for.</summary>
    public abstract IAsyncEnumerable<ImportRow> RowsAsync(OpenImport open, CancellationToken cancellation);
}

/// <summary>The same with what a row states once it is checked.</summary>
public abstract class ImportSource<TDetails>(FileStore storage) : ImportSource(storage)
    where TDetails : class
{
    /// <summary>A row and what it states; null when it is rejected (the row says why).</summary>
    public sealed record Line(ImportRow Row, TDetails? Details);

    /// <summary>What each row states, or null and a rejection; without regard to the others.</summary>
    protected abstract Task<IReadOnlyList<TDetails?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation);

    /// <summary>What makes two rows of a file the same, the column where that is said, and in what they are.</summary>
    protected abstract (string Key, string Column, string Reason) TwinOf(TDetails details);

    /// <summary>Every row, checked by itself and against those before it: of twins the first is taken.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Line>> BatchesAsync(OpenImport open, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rows in open.Table.Rows.Chunk(Batch))
        {
            var details = await CheckAsync(rows, cancellation);
            for (var i = 0; i < rows.Length; i++)
                if (details[i] is { } stated) RejectTwin(rows[i], stated, seen);
            yield return [.. rows.Select((row, i) => new Line(row, row.IsRejected ? null : details[i]))];
        }
    }

    public sealed override async IAsyncEnumerable<ImportRow> RowsAsync(OpenImport open, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var lines in BatchesAsync(open, cancellation))
            foreach (var line in lines) yield return line.Row;
    }

    private void RejectTwin(ImportRow row, TDetails details, Dictionary<string, int> seen)
    {
        var (key, column, reason) = TwinOf(details);
        if (!seen.TryAdd(key, row.RowNumber)) row.Reject(column, $"与第 {seen[key]} 行重复（{reason}），请只保留一行。");
    }
}

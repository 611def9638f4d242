using System.Security.Cryptography;
using System.Text;

namespace LianMeng.Shared.Imports;

/// <summary>Counts what comes of rows, and takes the fingerprint by which a confirmation knows its preview.</summary>
public sealed class ImportTally : IDisposable
{
    private readonly List<Rejection> rejected = [];
    private readonly List<ImportReport.Line> lines = [];
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int RejectedRows { get; private set; }
    public int AwaitingCode { get; set; }

    /// <summary>Rows that would be saved, or were.</summary>
    public int Saved => New + Changed;

    /// <summary>What is new or changed, up to <see cref="ImportReport.MostListed"/>.</summary>
    public IReadOnlyList<ImportReport.Line> Lines => lines;

    public void Reject(ImportRow row)
    {
        RejectedRows++;
        rejected.AddRange(row.Rejections.Take(ImportReport.MostListed - Math.Min(rejected.Count, ImportReport.MostListed)));
    }

    /// <param name="line">neither new nor changed: it counts as the same and is not listed</param>
    /// <param name="found">the record that the row means; for a new one, what it is told by</param>
    public void Take(ImportReport.Line line, string found)
    {
        if (line.IsNew) New++;
        else if (line.Changes.Count > 0) Changed++;
        else Same++;
        // What was found decides the fingerprint: the record and the fields that would change.
        hash.AppendData(Encoding.UTF8.GetBytes($"{line.Row}|{(line.IsNew ? "new:" : "")}{found}|{string.Join('|', line.Changes.Select(c => $"{c.Field}={c.Before}>{c.After}"))}\n"));
        if ((line.IsNew || line.Changes.Count > 0) && lines.Count < ImportReport.MostListed) lines.Add(line);
    }

    /// <summary>The fingerprint; to be asked for once, at the end.</summary>
    public string Basis() => Convert.ToHexString(hash.GetHashAndReset());

    public ImportReport Report(ImportCommand.Input input, string basis, IReadOnlyList<string> notes) => new()
    {
        New = New,
        Changed = Changed,
        Same = Same,
        Rejected = rejected,
        RejectedRows = RejectedRows,
        AwaitingCode = AwaitingCode,
        Committed = input.Commit,
        Lines = lines,
        Notes = notes,
        FileName = input.FileName!,
        FileHash = input.FileHash!,
        Basis = basis,
    };

    public void Dispose() => hash.Dispose();
}

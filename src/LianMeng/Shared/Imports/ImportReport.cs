using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Imports;

/// <summary>What a file would do, or did.</summary>
public sealed record ImportReport
{
    /// <summary>Rejections and changes are listed up to here; the counts always cover all rows.</summary>
    public const int MostListed = 2000;

    public int New { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }

    /// <summary>Row by row and column by column.</summary>
    public IReadOnlyList<Rejection> Rejected { get; init; } = [];

    /// <summary>Rows, not rejections: a row may have several.</summary>
    public int RejectedRows { get; init; }

    /// <summary>True when it was saved; false for a preview.</summary>
    public bool Committed { get; init; }

    /// <summary>Of the firms to be saved, those that have no code and are kept as 待核码.</summary>
    public int AwaitingCode { get; init; }

    /// <summary>What the reader of the file noticed: columns and sheets that were left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What is new or changed, with before and after.</summary>
    public IReadOnlyList<Line> Lines { get; init; } = [];

    public string FileName { get; init; } = "";
    public string FileHash { get; init; } = "";

    /// <summary>Fingerprint of this preview: a commit that names it fails if what is there has moved since.</summary>
    public string Basis { get; init; } = "";

    /// <summary>What came of a row.</summary>
    /// <param name="Row">As Excel numbers it.</param>
    /// <param name="Name">Of the firm; the title of a listing.</param>
    /// <param name="Uscc">Of the firm the row is about, if it has one.</param>
    /// <param name="IsNew">It was not there before.</param>
    /// <param name="Changes">Of what was there before.</param>
    public sealed record Line(int Row, string Name, string? Uscc, bool IsNew, IReadOnlyList<FieldChange> Changes)
    {
        /// <summary>What stands under the name.</summary>
        public string? Detail { get; init; }
    }
}

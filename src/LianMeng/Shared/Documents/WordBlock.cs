namespace LianMeng.Shared.Documents;

/// <summary>A piece of a Word document.</summary>
public abstract record WordBlock
{
    private WordBlock() { }

    /// <summary>The document's title, centred.</summary>
    public sealed record Title(string Text) : WordBlock;

    /// <summary>A heading: 一、…</summary>
    public sealed record Heading(string Text) : WordBlock;

    /// <summary>A paragraph, its first line indented by two characters.</summary>
    public sealed record Paragraph(string Text) : WordBlock;

    /// <summary>Set to the right: who and when.</summary>
    public sealed record Signature(string Text) : WordBlock;

    /// <summary>A table with its head; every row has as many cells.</summary>
    public sealed record Table(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : WordBlock;
}

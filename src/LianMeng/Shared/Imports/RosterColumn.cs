namespace LianMeng.Shared.Imports;

/// <summary>A column as it stands in a file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Title">The header cell on one line.</param>
/// <param name="Meaning">What the schema takes it for; null if it is ignored.</param>
/// <param name="Unit">The unit the file gives for it, in its header, above it or for the whole table.</param>
/// <param name="Factor">What its numbers are multiplied by to be in the schema's unit.</param>
public sealed record RosterColumn(int Index, string Title, ImportColumn? Meaning, string? Unit = null, decimal Factor = 1m)
{
    /// <summary>The header that means the same without what stood above it.</summary>
    internal string StandaloneTitle => Unit is null || HeaderTitle.Parse(Title).Unit is not null ? Title : $"{Title}（{Unit}）";
}

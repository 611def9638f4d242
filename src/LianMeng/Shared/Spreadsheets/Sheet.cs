namespace LianMeng.Shared.Spreadsheets;

/// <summary>One sheet. Rows are read from the file each time they are enumerated; rows without content may be left out.</summary>
public sealed class Sheet(string name, bool isHidden, Func<IEnumerable<SheetRow>> rows)
{
    public string Name { get; } = name;

    public bool IsHidden { get; } = isHidden;

    public IEnumerable<SheetRow> Rows => rows();
}

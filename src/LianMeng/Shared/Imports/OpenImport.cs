using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>An open upload; rows are read from the file as they are asked for.</summary>
public sealed class OpenImport(Stream stream, Spreadsheet spreadsheet, RosterTable table) : IDisposable
{
    public RosterTable Table => table;

    public void Dispose()
    {
        spreadsheet.Dispose();
        stream.Dispose();
    }
}

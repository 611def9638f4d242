using System.Globalization;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Host.Demonstration;

/// <summary>Invented firms as files: those written by hand are read, the others become the file an officer would upload.</summary>
internal static class InventedRoster
{
    private const int Year = 2025;

    /// <summary>As CSV: the same firms are the same bytes, so that uploaded again they are the same upload.</summary>
    public static async Task<MemoryStream> WriteAsync(IReadOnlyList<InventedFirm> firms, CancellationToken cancellation)
    {
        var file = new MemoryStream();
        var rows = firms.Select(firm => EnterpriseRoster.Schema.Columns.Select(column => Cell(firm, column.Key)).ToArray());
        await SpreadsheetWriter.WriteCsvAsync(file, EnterpriseRoster.Schema.ToTemplate(), rows, cancellation);
        file.Position = 0;
        return file;
    }

    /// <param name="roster">an embedded roster: title, header, then a firm a line</param>
    /// <param name="productOf">key of the product that a firm's words stand for</param>
    public static IReadOnlyList<InventedFirm> Read(string roster, Func<string, string?> productOf)
    {
        return [.. InventedTables.Rows(roster, headLines: 2).Select(cells => new InventedFirm
        {
            Uscc = Text(cells[0]),
            Name = cells[1],
            Region = cells[2],
            Address = cells[3],
            Industry = cells[4],
            Staff = (int?)Number(cells[5]),
            Revenue = Number(cells[6]),
            Assets = Number(cells[7]),
            Makes = Lines(cells[8]),
            Buys = Lines(cells[9]),
            ByProducts = Lines(cells[10]),
            Qualifications = cells[11].Split('；', StringSplitOptions.RemoveEmptyEntries),
            Contact = Text(cells[12]),
            Phone = Text(cells[13]),
            Chain = cells[14],
            Park = cells[16],
        })];

        List<InventedFirm.Line> Lines(string cell) => [.. cell.Split(['；', '、'], StringSplitOptions.RemoveEmptyEntries).Select(line => new InventedFirm.Line(line, productOf(line)))];
    }

    private static object? Cell(InventedFirm firm, string column) => column switch
    {
        "uscc" => firm.Uscc,
        "name" => firm.Name,
        "region" => firm.Region,
        "address" => firm.Address,
        "industry" => firm.Industry,
        "staff" => firm.Staff,
        "revenue" => firm.Revenue,
        "assets" => firm.Assets,
        "makes" => List(firm.Makes),
        "buys" => List(firm.Buys),
        "byProducts" => List(firm.ByProducts),
        "qualifications" => string.Join('；', firm.Qualifications),
        "contactName" => firm.Contact,
        "contactPhone" => firm.Phone,
        "chain" => firm.Chain,
        "year" => Year.ToString(CultureInfo.InvariantCulture),
        "park" => firm.Park,
        // a column that the roster learnt later: nothing is invented for it
        _ => null,
    };

    private static string List(IReadOnlyList<InventedFirm.Line> lines) => string.Join('；', lines.Select(l => l.Text));

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;

    private static decimal? Number(string cell) => cell.Length == 0 ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
}

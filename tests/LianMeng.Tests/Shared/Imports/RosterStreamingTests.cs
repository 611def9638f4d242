using System.Globalization;
using System.Text;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

/// <summary>Rows are read as they are asked for.</summary>
[Collection(RunsAlone.Name)]
public class RosterStreamingTests
{
    [Fact]
    public async Task Twenty_thousand_rows_stream_through()
    {
        using var file = new MemoryStream();
        var rows = Enumerable.Range(1, 20_000).Select(i => new object?[] { null, "企业" + i.ToString(CultureInfo.InvariantCulture) });
        await SpreadsheetWriter.WriteXlsxAsync(file, Rosters.Schema.ToTemplate(), rows, TestContext.Current.CancellationToken);
        using var book = SpreadsheetReader.Read(file, "大名单.xlsx");
        var table = RosterTable.Find(book, Rosters.Schema);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var count = 0;
        foreach (var row in table.Rows)
            if (++count % 5_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.Equal(20_000, count);
        // live memory is the process's: this test runs alone
        Assert.InRange(most, long.MinValue, 64L << 20);
    }
}

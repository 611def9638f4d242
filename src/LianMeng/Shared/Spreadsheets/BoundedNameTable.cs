using System.Xml;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>The XML reader keeps every distinct name it meets; a file with millions of them is not a workbook.</summary>
internal sealed class BoundedNameTable : NameTable
{
    const int MostNames = 10_000;

    int _count;

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    string Count(string name) => ++_count <= MostNames ? name : throw SpreadsheetReader.Damaged();
}

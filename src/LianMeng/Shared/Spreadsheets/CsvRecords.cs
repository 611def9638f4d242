using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// Records of a separated text (RFC 4180; a quote inside an unquoted field and text behind a closing quote are taken as they stand).
/// A field is kept only as far as a cell may be long, and a record without end — one lost quote makes the rest of the file a field — is refused.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char delimiter, SpreadsheetLimits limits)
{
    const int LongestRecord = 4_000_000;
    const int MostFields = 10_000;
    const int End = -1;

    readonly char[] _buffer = new char[32 << 10];
    readonly StringBuilder _field = new();
    readonly List<string> _fields = [];
    int _at;
    int _filled;
    int _length;

    /// <summary>From 1, blank records included, as Excel counts rows.</summary>
    public int Number { get; private set; }

    /// <summary>The next record, or null at the end. A field longer than a cell may be comes one character too long. The list is reused.</summary>
    public List<string>? Next()
    {
        if (Peek() == End)
            return null;
        Number++;
        _fields.Clear();
        _length = 0;
        do
        {
            if (_fields.Count == MostFields)
                throw new SpreadsheetException($"第 {Number} 行超过 {limits.MaxColumns} 列，请检查分隔符，并删除名单以外的列。");
            _fields.Add(ReadField());
        }
        while (Skip(delimiter));
        Skip('\r');
        Skip('\n');
        return _fields;
    }

    string ReadField()
    {
        _field.Clear();
        if (Skip('"'))
            ReadQuoted();
        for (int c; (c = Peek()) != End && c != delimiter && c is not ('\r' or '\n'); Take())
            Keep((char)c);
        return _field.ToString();
    }

    void ReadQuoted()
    {
        for (int c; (c = Peek()) != End;)
        {
            Take();
            if (c == '"' && !Skip('"'))
                return;
            Keep((char)c);
        }
    }

    void Keep(char c)
    {
        if (_field.Length <= limits.MaxCellLength)
            _field.Append(c);
    }

    int Peek()
    {
        if (_at < _filled)
            return _buffer[_at];
        _filled = reader.Read(_buffer, 0, _buffer.Length);
        _at = 0;
        return _filled > 0 ? _buffer[0] : End;
    }

    void Take()
    {
        _at++;
        if (++_length > LongestRecord)
            throw new SpreadsheetException($"第 {Number} 行过长，很可能有一个引号（\"）没有成对；请改正后重新上传，或另存为 .xlsx。");
    }

    bool Skip(char expected)
    {
        if (Peek() != expected)
            return false;
        Take();
        return true;
    }
}

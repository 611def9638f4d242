using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>A forward-only reader of one part of a workbook: no DTD, no outside references, bounded depth, names, tags and texts.</summary>
internal sealed class SafeXml : IDisposable
{
    const int DeepestElement = 64;

    readonly XmlReader _reader;
    readonly char[] _chunk = new char[4096];
    readonly StringBuilder _text = new();

    public SafeXml(ZipArchiveEntry entry)
    {
        var stream = new GuardedStream(entry.Open(), entry.Length);
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNameTable(),
        });
    }

    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement;

    public bool IsEmptyElement => _reader.IsEmptyElement;

    public int Depth => _reader.Depth;

    /// <summary>Names are compared without namespace: strict and transitional workbooks differ only there.</summary>
    public string Name => _reader.LocalName;

    public string? this[string attribute] => _reader.GetAttribute(attribute);

    /// <summary>An attribute whatever its namespace prefix (r:id).</summary>
    public string? Qualified(string localName)
    {
        string? found = null;
        while (_reader.MoveToNextAttribute())
            if (_reader.LocalName == localName && _reader.Prefix.Length > 0)
                found = _reader.Value;
        _reader.MoveToElement();
        return found;
    }

    public bool Read()
    {
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw SpreadsheetReader.Damaged(damage);
        }
        if (_reader.Depth > DeepestElement)
            throw SpreadsheetReader.Damaged();
        return true;
    }

    /// <summary>Reads to the end of the current element and gives its own text, cut at <paramref name="max"/> characters.</summary>
    public (string Text, bool WasCut) ReadText(int max)
    {
        if (_reader.IsEmptyElement)
            return ("", false);
        var depth = _reader.Depth;
        _text.Clear();
        var wasCut = false;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.Depth != depth + 1 || !_reader.CanReadValueChunk || !_reader.HasValue)
                continue;
            int count;
            while ((count = ReadChunk()) > 0)
            {
                var room = max - _text.Length;
                _text.Append(_chunk, 0, Math.Min(count, room));
                wasCut |= count > room;
            }
        }
        return (_text.ToString(), wasCut);
    }

    int ReadChunk()
    {
        try
        {
            return _reader.ReadValueChunk(_chunk, 0, _chunk.Length);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw SpreadsheetReader.Damaged(damage);
        }
    }

    /// <summary>Reads past the current element and everything in it.</summary>
    public void SkipElement()
    {
        if (_reader.IsEmptyElement)
            return;
        var depth = _reader.Depth;
        while (Read() && _reader.Depth > depth) { }
    }

    public void Dispose() => _reader.Dispose();
}

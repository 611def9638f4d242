namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// The texts that cells of a workbook share. Kept as characters in large blocks: a million small strings as objects would be
/// four times as large as what stands in them.
/// </summary>
internal sealed class SharedStrings
{
    const int FirstBlock = 16 << 10;
    const int LargeBlock = 1 << 20;

    readonly List<char[]> _blocks = [];
    readonly List<Place> _places = [];
    int _used;

    public int Count => _places.Count;

    public long Characters { get; private set; }

    public string this[int index] => _places[index] is { Length: > 0 } place ? new string(_blocks[place.Block], place.At, place.Length) : "";

    /// <param name="text">at most as long as a cell may be</param>
    public void Add(string text)
    {
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < text.Length)
        {
            _blocks.Add(new char[Math.Max(_blocks.Count == 0 ? FirstBlock : LargeBlock, text.Length)]);
            _used = 0;
        }

        text.CopyTo(_blocks[^1].AsSpan(_used));
        _places.Add(new(_used, (ushort)(_blocks.Count - 1), checked((ushort)text.Length)));
        _used += text.Length;
        Characters += text.Length;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    readonly record struct Place(int At, ushort Block, ushort Length);
}

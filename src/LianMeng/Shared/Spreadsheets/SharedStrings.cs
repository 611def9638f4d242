using System.Runtime.InteropServices;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// The texts that cells of a workbook share. Kept as characters in large blocks: a million small strings as objects would be
/// four times as large as what stands in them.
/// </summary>
internal sealed class SharedStrings
{
    const int FirstBlock = 16 << 10;
    const int LargeBlock = 256 << 10;
    // small enough not to be a large object, which is swept late
    const int PlacesAtOnce = 8 << 10;

    readonly List<char[]> _blocks = [];
    readonly List<Place[]> _places = [];
    int _used;

    public int Count { get; private set; }

    public long Characters { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">there is no such text</exception>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var place = _places[index / PlacesAtOnce][index % PlacesAtOnce];
            return place.Length == 0 ? "" : new string(_blocks[place.Block], place.At, place.Length);
        }
    }

    /// <param name="text">at most as long as a cell may be</param>
    public void Add(string text)
    {
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < text.Length)
        {
            _blocks.Add(new char[Math.Max(_blocks.Count == 0 ? FirstBlock : LargeBlock, text.Length)]);
            _used = 0;
        }

        text.CopyTo(_blocks[^1].AsSpan(_used));
        if (Count % PlacesAtOnce == 0) _places.Add(new Place[PlacesAtOnce]);
        _places[^1][Count++ % PlacesAtOnce] = new(_used, checked((ushort)(_blocks.Count - 1)), checked((ushort)text.Length));
        _used += text.Length;
        Characters += text.Length;
    }

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Place(int At, ushort Block, ushort Length);
}

using System.Buffers.Binary;
using System.Text;

namespace LianMeng.Capabilities.Files;

/// <summary>Names in an OLE compound file ([MS-CFB]): what tells a Word document from an installer. Nothing is read but the directory.</summary>
internal static class OleDirectory
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int MostSectors = 512;
    private const uint LastSector = 0xFFFFFFFA; // beyond are marks such as "end of chain"

    /// <returns>null when the file is damaged</returns>
    public static HashSet<string>? Names(Stream content)
    {
        var header = new byte[HeaderLength];
        content.Position = 0;
        if (content.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength) return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return null;
        var sector = new byte[1 << shift];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; next < LastSector; read++)
        {
            if (read == MostSectors || !ReadSector(content, next, sector)) return null;
            for (var at = 0; at < sector.Length; at += EntryLength)
                if (NameOf(sector.AsSpan(at, EntryLength)) is { Length: > 0 } name) names.Add(name);
            if (NextOf(content, header, next, shift) is not { } following) return null;
            next = following;
        }

        return names;
    }

    private static string? NameOf(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return entry[66] == 0 || length is < 2 or > 64 ? null : Encoding.Unicode.GetString(entry[..(length - 2)]);
    }

    /// <summary>The sector that follows in its chain; only files whose table the header names whole (7 MB and more of it) are followed.</summary>
    private static uint? NextOf(Stream content, byte[] header, uint sector, int shift)
    {
        var perTable = (1 << shift) / 4;
        var table = (int)(sector / perTable);
        if (table >= 109) return LastSector; // a directory that far out is cut here: what tells the type stands in its beginning
        var entry = new byte[4];
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + table * 4));
        if (at >= LastSector) return null;
        var place = (((long)at + 1) << shift) + sector % perTable * 4;
        if (place > content.Length) return null;
        content.Position = place;
        return content.ReadAtLeast(entry, 4, throwOnEndOfStream: false) < 4 ? null : BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }

    private static bool ReadSector(Stream content, uint sector, byte[] into)
    {
        var at = ((long)sector + 1) * into.Length;
        if (at > content.Length) return false;
        content.Position = at;
        return content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }
}

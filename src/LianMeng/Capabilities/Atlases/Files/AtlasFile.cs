using LianMeng.Engine.Text;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>Reads an atlas out of a file: Excel or a table of relations, JSON, GraphML. What it is, is told by its content.</summary>
public static class AtlasFile
{
    public const long MostBytes = 32L << 20;

    /// <param name="file">seekable; stays open</param>
    /// <param name="fileName">as the user knows it</param>
    /// <param name="cut">null: the whole of it; else only what lies around one product of it, so that a table of any size gives an atlas that can be seen</param>
    /// <exception cref="AtlasFileException">It is none, or contradicts itself.</exception>
    public static AtlasContent Read(Stream file, string fileName, (string Product, int Hops)? cut = null)
    {
        if (file.Length == 0) throw new AtlasFileException("文件是空的，请重新选择。");
        if (file.Length > MostBytes) throw new AtlasFileException($"文件超过 {MostBytes >> 20} MB，请分成几张图谱。");
        var all = Start(file) switch
        {
            '{' => AtlasJson.Read(file),
            '<' => AtlasGraphMl.Read(file, bounded: cut is null),
            _ => Table(file, fileName),
        };
        if (cut is { } around) all = Cut(all, around.Product, around.Hops);
        var problems = all.Problems();
        if (problems.Count > 0) throw new AtlasFileException(string.Join("\n", problems));
        return all.Nodes.Count > 0 ? all : throw new AtlasFileException("文件里没有任何产品。");
    }

    private static AtlasContent Table(Stream file, string fileName)
    {
        try
        {
            using var spreadsheet = SpreadsheetReader.Read(file, fileName);
            return AtlasTables.Read(spreadsheet);
        }
        catch (SpreadsheetException e)
        {
            throw new AtlasFileException(e.Message, e);
        }
    }

    private static AtlasContent Cut(AtlasContent all, string product, int hops)
    {
        var said = ShortText.Normalise(product);
        var start = all.Nodes.FirstOrDefault(n => n.Key == product || ShortText.Normalise(n.Name) == said) ?? all.Nodes.FirstOrDefault(n => n.Aliases.Any(a => ShortText.Normalise(a) == said));
        return start is null ? throw new AtlasFileException($"文件里没有名为“{product}”的产品，请换一个起点。") : AtlasSource.Around(all, start.Key, hops);
    }

    /// <summary>The first character that is no space and no byte order mark.</summary>
    private static char Start(Stream file)
    {
        Span<byte> head = stackalloc byte[64];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        foreach (var b in head[..read])
        {
            if (b is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return (char)b;
        }

        return ' ';
    }
}

using System.Reflection;
using System.Text;

namespace LianMeng.Engine.Standards;

/// <summary>Reads the code tables embedded in this assembly: UTF-8, tab separated, comment lines start with '#', then one header row.</summary>
internal static class TsvResource
{
    /// <summary>The data rows of the table, without comments and header. A missing table is a broken build and throws.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Embedded table {name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var headerSeen = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!headerSeen)
            {
                headerSeen = true;
                continue;
            }

            yield return line.Split('\t');
        }
    }
}

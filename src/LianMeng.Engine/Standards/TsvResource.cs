using System.Reflection;
using System.Text;

namespace LianMeng.Engine.Standards;

/// <summary>Reads tables embedded in an assembly: UTF-8, tab separated, comment lines start with '#', then one header row.</summary>
public static class TsvResource
{
    /// <summary>The data rows of the table, without comments and header. A missing table is a broken build and throws.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such table.</exception>
    public static IEnumerable<string[]> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
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

using System.Collections.Concurrent;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Contents made ready for questions, kept while they are asked; a sheet of another version is another content.</summary>
public sealed class AtlasGraphs
{
    private const int MostKept = 40;

    private readonly ConcurrentDictionary<(Guid Sheet, Guid Version), AtlasGraph> kept = new();

    internal AtlasGraph? Known(Guid sheet, Guid version) => kept.GetValueOrDefault((sheet, version));

    internal AtlasGraph Keep(AtlasSheet sheet)
    {
        // Cleared whole: what is in use comes back with the next question.
        if (kept.Count >= MostKept) kept.Clear();
        return kept[(sheet.Id, sheet.Version)] = new(AtlasContent.FromJson(sheet.Content));
    }
}

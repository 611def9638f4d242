using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Drawings that were asked for, kept as long as their content is: the same selection of the same content is the same drawing.</summary>
public sealed class GraphDrawings
{
    private const int MostKept = 12;

    private readonly ConditionalWeakTable<AtlasGraph, ConcurrentDictionary<string, GraphDrawing>> kept = [];

    internal GraphDrawing Of(AtlasGraph graph, AtlasSelection selection, ShowGraph.Input input)
    {
        // which products have which health changes with the register
        if (input.Health is not null) return GraphDrawing.Of(graph, selection.Nodes, selection.Links);
        var drawings = kept.GetOrCreateValue(graph);
        if (drawings.Count >= MostKept) drawings.Clear();
        return drawings.GetOrAdd($"{input.Links}\n{selection.Centre?.Key}\n{input.Steps}\n{input.Stage}\n{input.Query}", _ => GraphDrawing.Of(graph, selection.Nodes, selection.Links));
    }
}

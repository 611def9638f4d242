using System.Runtime.InteropServices;

namespace LianMeng.Engine.Flows;

/// <summary>An arc of a flow network.</summary>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="To">Index of the node it enters; not the same.</param>
/// <param name="Capacity">Most that may flow, whole units, 0 to <see cref="MinCostFlow.MostFlow"/>.</param>
/// <param name="Cost">Cost of one unit; negative is a profit.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowArc(int From, int To, long Capacity, long Cost);

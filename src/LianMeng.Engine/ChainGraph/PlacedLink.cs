namespace LianMeng.Engine.ChainGraph;

/// <summary>A link as drawn.</summary>
/// <param name="From">Key of the node it leaves.</param>
/// <param name="To">Key of the node it enters.</param>
/// <param name="Course">How it runs.</param>
/// <param name="Points">From middle to middle, in the units of <see cref="PlacedNode"/>; to be joined by a smooth line.</param>
public sealed record PlacedLink(string From, string To, LinkCourse Course, IReadOnlyList<(double X, double Y)> Points);

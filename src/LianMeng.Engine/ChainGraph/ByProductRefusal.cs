namespace LianMeng.Engine.ChainGraph;

/// <summary>Why a stream does not go to a use that takes its product.</summary>
/// <param name="Stream">Place of the stream in the list given.</param>
/// <param name="Use">Place of the use in the list given.</param>
/// <param name="Reasons">In Chinese. They name what the two firms declared (composition, permits): for those two and those they authorised.</param>
public sealed record ByProductRefusal(int Stream, int Use, IReadOnlyList<string> Reasons);

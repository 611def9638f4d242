namespace LianMeng.Engine.ChainGraph;

/// <summary>A way through the graph; each link is kept as it is stored, whichever way it is walked.</summary>
/// <param name="Sentences">One a link: "再生铝 是 铝合金锭 的上游".</param>
/// <param name="Links">The links in walking order.</param>
public sealed record ProductPath(IReadOnlyList<ProductLink> Links, IReadOnlyList<string> Sentences);

namespace LianMeng.Engine.Text;

/// <summary>One found document.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">Sum of the streams' scores, each divided by its best, weighted to at most 1. Orders one query's hits; not comparable between queries.</param>
public readonly record struct TextHit<TKey>(TKey Key, float Score);

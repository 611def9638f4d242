namespace LianMeng.Engine.Text;

/// <summary>One found document.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">Sum of the streams' scores, each divided by what the query's words weigh: 1 = all words once in a document of middling length, more in a short one.</param>
public readonly record struct TextHit<TKey>(TKey Key, float Score);

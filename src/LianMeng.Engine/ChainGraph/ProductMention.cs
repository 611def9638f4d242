namespace LianMeng.Engine.ChainGraph;

/// <summary>A place in a text where a product is named.</summary>
/// <param name="Product">The product meant.</param>
/// <param name="Words">The name or alias found, as the graph writes it.</param>
/// <param name="Start">Position in the <see cref="Text.ShortText.Normalise"/>d text.</param>
/// <param name="Length">Characters of the normalised text covered.</param>
public sealed record ProductMention(Product Product, string Words, int Start, int Length);

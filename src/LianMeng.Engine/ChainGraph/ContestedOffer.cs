namespace LianMeng.Engine.ChainGraph;

/// <summary>A maker whose spare capacity is too small for everybody who would save by it.</summary>
/// <param name="Offer">Place of the offer in the list given.</param>
/// <param name="Wanted">Units a year that all would take.</param>
/// <param name="WorthOfOneMore">¥ that one unit more of capacity would save the buyers together (the dual price).</param>
public sealed record ContestedOffer(int Offer, GuardedAmount Wanted, GuardedAmount WorthOfOneMore);

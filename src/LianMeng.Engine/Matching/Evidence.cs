using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>How one line of an offer answers one phrase.</summary>
/// <param name="Strength">0 to 1.</param>
/// <param name="Kind">By words, by another name, or by the chain.</param>
/// <param name="Text">The reason as a sentence.</param>
/// <param name="Link">The link of the chain it rests on, if it does.</param>
readonly record struct Evidence(float Strength, ReasonKind Kind, string Text, ProductLink? Link = null)
{
    /// <summary>Below this a neighbour in the chain is not worth showing.</summary>
    const float EnoughForNeighbour = 0.2f, Direct = 0.5f;

    public bool IsDirect => Strength >= (Kind == ReasonKind.Graph ? Direct : Likeness.Enough);

    public bool Qualifies(bool neighbours) => IsDirect || (neighbours && Kind == ReasonKind.Graph && Strength >= EnoughForNeighbour);
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>A link at which the propagation stopped because nobody stated how much is consumed.</summary>
public sealed record UnknownCoefficient(ChainProduct Input, ChainProduct Output)
{
    public string Sentence => $"{Output.Name} 消耗 {Input.Name} 的单耗未知，未推算";
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>What a link says, read from its <see cref="ProductLink.From"/> to its <see cref="ProductLink.To"/>.</summary>
public enum LinkMeaning
{
    /// <summary>From 是 To 的上游: From goes into making To.</summary>
    InputOf,
    /// <summary>From 是 To 的副产品: making To yields From beside it.</summary>
    ByProductOf,
    /// <summary>From 可替代 To.</summary>
    SubstituteOf,
    /// <summary>From 是 To 的一种.</summary>
    KindOf,
}

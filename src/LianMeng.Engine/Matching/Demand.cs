using System.Collections.Frozen;

namespace LianMeng.Engine.Matching;

/// <summary>What a free text asks for.</summary>
/// <param name="Wanted">Things asked for, most important first.</param>
/// <param name="Conditions">Things said of the supplier ("要有压铸机"): a plus, never what is asked for.</param>
/// <param name="Normalised">The whole text in one spelling, for looking up qualifications.</param>
sealed record Demand(IReadOnlyList<Phrase> Wanted, IReadOnlyList<Phrase> Conditions, string Normalised)
{
    /// <summary>Stretches of the text that are known lines, letter by letter.</summary>
    public IReadOnlySet<string> Names { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether no word asks or offers: the text is names and remarks.</summary>
    public bool IsBare { get; init; }

    /// <summary>Those of them that stand by themselves: nothing but talk before and behind.</summary>
    public IReadOnlySet<string> Apart { get; init; } = FrozenSet<string>.Empty;
}

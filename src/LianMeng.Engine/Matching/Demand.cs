namespace LianMeng.Engine.Matching;

/// <summary>What a free text asks for.</summary>
/// <param name="Wanted">Things asked for, most important first.</param>
/// <param name="Conditions">Things said of the supplier ("要有压铸机"): a plus, never what is asked for.</param>
/// <param name="Normalised">The whole text in one spelling, for looking up qualifications.</param>
sealed record Demand(IReadOnlyList<Phrase> Wanted, IReadOnlyList<Phrase> Conditions, string Normalised);

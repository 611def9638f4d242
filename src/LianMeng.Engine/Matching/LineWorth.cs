namespace LianMeng.Engine.Matching;

/// <summary>What one line in one role says to each phrase of a request, without sentences and without what does not qualify.</summary>
/// <param name="Evidence">One for each phrase.</param>
/// <param name="Grades">Share of the grades asked for; one for each phrase.</param>
/// <param name="Links">What the chain says; empty where nothing, null where nobody asked yet.</param>
sealed record LineWorth(Evidence[] Evidence, float[] Grades, Evidence[]?[] Links);

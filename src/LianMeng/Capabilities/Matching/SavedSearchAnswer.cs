namespace LianMeng.Capabilities.Matching;

/// <summary>One that answers a saved search.</summary>
/// <param name="Id">the listing; the firm, where it answers by what it declares</param>
/// <param name="Firm">whose listing it is: when the listing ends and the firm answers by itself, it is nothing new</param>
public sealed record SavedSearchAnswer(Guid Id, Guid? Firm);

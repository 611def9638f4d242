namespace LianMeng.Tests.World;

/// <summary>Ids of what a firm states beside the register.</summary>
public sealed record FactsKnown(Guid SupplyLink, Guid ByProductUse, Guid Consent, Guid Introduction, Guid Deal, Guid Substitution, Guid Bill, Guid BillLine, Guid Inquiry, Guid Difficulty);

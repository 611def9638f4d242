namespace LianMeng.Engine.ChainGraph;

/// <summary>A seller on whom buyers depend alone: it is the only one from whom they buy the product.</summary>
/// <param name="Seller">The firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Buyers">Firms that have no other source.</param>
/// <param name="Value">¥ a year they buy of it.</param>
public sealed record SingleSupplier(Guid Seller, string Product, IReadOnlyList<Guid> Buyers, GuardedAmount Value);

namespace LianMeng.Engine.ChainGraph;

/// <summary>A node of the product graph.</summary>
/// <param name="Key">Stable identifier, unique in the graph.</param>
/// <param name="Name">Chinese name as shown.</param>
/// <param name="Aliases">Other names, grades and model numbers that mean this node ("再生铝锭", "ADC12").</param>
/// <param name="Stage">Stage of the chain it belongs to, as shown ("合金化").</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="TaxCode">税收分类编码, 19 digits, of the narrowest class that holds it (国家税务总局《商品和服务税收分类编码表》); null where none fits.</param>
public sealed record Product(string Key, string Name, IReadOnlyList<string> Aliases, string Stage, ProductKind Kind, string? TaxCode = null);

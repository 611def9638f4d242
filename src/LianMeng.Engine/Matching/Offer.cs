namespace LianMeng.Engine.Matching;

/// <summary>What one organisation makes and buys, as the matcher needs it.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name; breaks ties.</param>
/// <param name="Scope">The district whose readers may see it.</param>
/// <param name="Region">GB/T 2260 code, 6 digits; null when unknown.</param>
/// <param name="Makes">主营产品, one product a line.</param>
/// <param name="ByProducts">副产品, one a line.</param>
/// <param name="Buys">采购产品, one a line.</param>
/// <param name="Qualifications">资质, one a line.</param>
public sealed record Offer(
    Guid Id, string Name, Guid Scope, string? Region,
    IReadOnlyList<string> Makes, IReadOnlyList<string> ByProducts,
    IReadOnlyList<string> Buys, IReadOnlyList<string> Qualifications);

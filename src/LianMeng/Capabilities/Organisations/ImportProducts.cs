using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes products over, line by line.</summary>
public sealed class ImportProducts(UseCaseContext context, ImportProductsFile file, FileStore storage, OperationProgress progress)
    : ImportFirmLines<ImportProductsFile.Product>(context, file, storage, progress)
{
    private int tooMany;

    public override ImportKind Kind => ImportProductsFile.Kind;

    protected override Permission? ReadBy => OrganisationsCapability.ReadPrivate;

    protected override IEnumerable<string> Warnings(ImportTally tally)
        => tooMany == 0 ? [] : [$"有 {tooMany} 行没有导入：一个单位最多登记 {Organisation.MostProducts} 项同类产品。请先合并同类的产品。"];

    protected override Taken Take(Organisation firm, ImportProductsFile.Product stated, Origin origin)
    {
        var (role, details) = stated;
        var part = OrganisationParts.Of(role);
        if (firm.Products.FirstOrDefault(p => p.Role == role && p.Name == details.Name) is { } line)
            return new(part, line.Id, false, firm.ChangeProduct(line, Over(line, details), origin), details.Name);
        if (firm.WhyNotProduct(role, details.Name) is not null)
        {
            tooMany++;
            return new(part, firm.Id, false, [], details.Name);
        }

        return new(part, firm.AddProduct(role, details, origin).Id, true, [new("产品", null, details.Name)], details.Name);
    }

    /// <summary>An empty cell says nothing.</summary>
    private static ProductDetails Over(OrganisationProduct line, ProductDetails details) => new()
    {
        Name = line.Name, Quantity = details.Quantity ?? line.Quantity, Unit = details.Unit ?? line.Unit, PriceLow = details.PriceLow ?? line.PriceLow, PriceHigh = details.PriceHigh ?? line.PriceHigh,
        Origin = details.Origin ?? line.BoughtFrom, Place = details.Place ?? line.Place, LeadDays = details.LeadDays ?? line.LeadDays, Freight = details.Freight ?? line.Freight,
        Code = details.Code ?? line.Code, Composition = details.Composition ?? line.Composition, Income = details.Income ?? line.Income,
        Sold = details.Sold ?? line.Sold, IsGoods = details.IsGoods ?? line.IsGoods,
    };
}

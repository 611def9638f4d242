using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm no longer makes, buys or has it.</summary>
public sealed class RemoveProduct(UseCaseContext context) : FirmCommand<RemoveProduct.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid ProductId { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.KeepProducts);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        if (firm.Products.FirstOrDefault(p => p.Id == input.ProductId) is not { } line) return Outcome<Guid>.NotFound();
        firm.RemoveProduct(line, Origin);
        Record(new OrganisationLineChanged(firm.Id, OrganisationParts.Of(line.Role), LineStep.Removed, line.Id, [new("产品", line.Name, null)]));
        return Outcome<Guid>.Done(firm.Id);
    }
}

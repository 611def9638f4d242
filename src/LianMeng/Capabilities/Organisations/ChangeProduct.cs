using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>States anew what is known of one product; what is left out is not known any more.</summary>
public sealed class ChangeProduct(UseCaseContext context) : FirmCommand<ChangeProduct.Input, Guid>(context)
{
    public sealed class Input : ProductForm
    {
        public Guid Id { get; set; }
        public Guid ProductId { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.KeepProducts);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        if (firm.Products.FirstOrDefault(p => p.Id == input.ProductId) is not { } line) return Outcome<Guid>.NotFound();
        var (details, errors) = input.Check(line.Role);
        if (details is null) return Outcome<Guid>.Invalid(errors);
        if (firm.WhyNotProduct(line.Role, details.Name, line) is { } why) return Outcome<Guid>.Invalid("name", why);
        if (input.Version is { } seen && seen != firm.Version) return Outcome<Guid>.Conflict();
        Expect(firm, input.Version);
        var changes = firm.ChangeProduct(line, details, Origin);
        if (changes.Count > 0) Record(new OrganisationLineChanged(firm.Id, OrganisationParts.Of(line.Role), LineStep.Changed, line.Id, changes));
        return Outcome<Guid>.Done(line.Id);
    }
}

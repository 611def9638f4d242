using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>One more product that a firm makes, buys or has as by-product.</summary>
public sealed class AddProduct(UseCaseContext context) : FirmCommand<AddProduct.Input, AddProduct.Created>(context)
{
    public sealed class Input : ProductForm
    {
        public Guid Id { get; set; }

        [Display(Name = "类别")]
        public ProductRole? Role { get; set; }
    }

    /// <param name="Id">of the product's line</param>
    public sealed record Created(Guid Id, Guid OrganisationId) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/organisations/{OrganisationId}/products";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.KeepProducts);

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        if (input.Role is not { } role) return Outcome<Created>.Invalid("role", "请选择“类别”：主营产品、采购产品或副产品。");
        var (details, errors) = input.Check(role);
        if (details is null) return Outcome<Created>.Invalid(errors);
        if (firm.WhyNotProduct(role, details.Name) is { } why) return Outcome<Created>.Invalid("name", why);
        var line = firm.AddProduct(role, details, Origin);
        Record(new OrganisationLineChanged(firm.Id, OrganisationParts.Of(line.Role), LineStep.Added, line.Id, [new("产品", null, line.Name)]));
        return Outcome<Created>.Done(new(line.Id, firm.Id));
    }
}

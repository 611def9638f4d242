using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>One product of an atlas: what goes in and out, who makes it, how it stands and why.</summary>
public sealed class ShowAtlasProduct(UseCaseContext context, AtlasShelf shelf, AtlasHeads heads, AtlasProducts products) : Show<ShowAtlasProduct.Input, ShowAtlasProduct.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>Key of the product; its name, an alias or a grade will do.</summary>
        [Display(Name = "产品"), StringLength(200)]
        public string? Key { get; set; }
    }

    public sealed record View(AtlasHead Head, AtlasProductView Product);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open || input.Key is not { } key) return null;
        // a slash in an address stays as it was written
        if ((open.Graph.Find(key) ?? open.Graph.Find(Uri.UnescapeDataString(key))) is not { } node) return null;
        return new(await heads.OfAsync(open, cancellation), await products.OfAsync(open, node, cancellation));
    }
}

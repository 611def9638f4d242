using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Begins an atlas as a draft: of a whole chain, of what lies around one product, or empty.</summary>
public sealed class CreateAtlas(UseCaseContext context, ChainBackbones backbones) : Command<CreateAtlas.Input, CreateAtlas.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "产业链"), Required, StringLength(40)]
        public string? Chain { get; set; }

        [Display(Name = "名称"), Required, StringLength(Atlas.TitleLimit, MinimumLength = 2)]
        public string? Title { get; set; }

        [Display(Name = "说明"), StringLength(Atlas.NoteLimit)]
        public string? Note { get; set; }

        [Display(Name = "内容来自"), Required]
        public AtlasStart? Start { get; set; }

        /// <summary>Name, alias, grade or key; only where it starts from a product.</summary>
        [Display(Name = "起点产品"), StringLength(100)]
        public string? Product { get; set; }

        [Display(Name = "步数"), Range(1, AtlasSource.MostHops)]
        public int? Hops { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/atlases/{Id}";
    }

    public override Access Access => Access.Needs(AtlasesCapability.Keep);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("title", "本区县已有同名的图谱，请换一个名称。");

    protected override Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Task.FromResult(Outcome<Created>.Refused("图谱属于区县；请由区县专员或联盟书记建立。"));
        if (backbones.Find(input.Chain!) is not { } chain) return Task.FromResult(Outcome<Created>.Invalid("chain", $"没有这条产业链；可填：{string.Join("、", backbones.All.Select(c => c.Key))}。"));
        var content = AtlasContent.Empty;
        if (input.Start == AtlasStart.Chain) content = AtlasSource.Of(chain, backbones.Graph);
        else if (input.Start == AtlasStart.Product)
        {
            if (input.Product is not { } text || (backbones.Graph.ByKey(text) ?? backbones.Graph.Find(text)) is not { } product)
                return Task.FromResult(Outcome<Created>.Invalid("product", "各产业链里没有这个产品，请填写产品的名称、别称或牌号，例如 铝合金锭。"));
            content = AtlasSource.Around(AtlasSource.Everything(backbones), product.Key, input.Hops ?? 3);
        }

        var (atlas, draft) = Atlas.Begin(Actor.WriteDistrict, chain.Key, input.Title!, input.Note, content, Now);
        Db.AddRange(atlas, draft);
        Record(new AtlasBegun(atlas.Id, chain.Key, ListExport.Words(input.Start!.Value), content.Nodes.Count, content.Links.Count));
        return Task.FromResult(Outcome<Created>.Done(new(atlas.Id)));
    }
}

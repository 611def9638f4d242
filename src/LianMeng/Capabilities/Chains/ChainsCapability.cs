using LianMeng.Capabilities.Chains.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Chains;

/// <summary>The chains as pictures of their stages, with the firms of one's districts on each product.</summary>
public sealed class ChainsCapability : Capability
{
    public static readonly Permission Read = new("chains.read", "查看产业链", Roles.Everybody);

    public override string Title => "产业链";

    public override IReadOnlyList<Permission> Permissions => [Read];

    public override IReadOnlyList<MenuLine> Menu => [new("产业链", "/chains", "sitemap", "图谱", 30, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        // Made here and not when first asked for: a broken resource stops the start.
        services.AddSingleton(new ChainBackbones());
        services.AddSingleton(provider => new ProductSearch(provider.GetRequiredService<ChainBackbones>().Graph));
        services.AddScoped<ChainFirms>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListChains>("/api/chains", "产业链");
        api.Get<ShowChain>("/api/chains/{chain}", "一条产业链：环节、产品和企业数");
        api.List<ListChainProducts>("/api/chain-products", "产业链的产品和企业");
    }
}

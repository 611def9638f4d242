using LianMeng.Capabilities.Chains.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Chains;

/// <summary>The chain's backbone, stage by stage, with the firms of one's districts on each product.</summary>
public sealed class ChainsCapability : Capability
{
    public static readonly Permission Read = new("chains.read", "查看产业链", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.EnterpriseManager);

    public override string Title => "产业链";

    public override IReadOnlyList<Permission> Permissions => [Read];

    public override IReadOnlyList<MenuLine> Menu => [new("铝产业链", "/chains/aluminium", "sitemap", "产业链", 30, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services) => services.AddSingleton<ChainBackbone>();

    public override void MapEndpoints(UseCaseEndpoints api) => api.Get<ShowChain>("/api/chains/aluminium", "铝产业链：环节、产品和企业");
}

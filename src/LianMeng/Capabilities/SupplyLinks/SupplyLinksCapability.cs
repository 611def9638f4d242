using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.SupplyLinks.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Who supplies whom: declared by either firm, confirmed, corrected or denied by the other.</summary>
public sealed class SupplyLinksCapability : Capability
{
    public static readonly Permission Read = new("supplylinks.read", "查看供货关系（企业只看本企业的）", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission Declare = new("supplylinks.declare", "申报、确认和撤回供货关系（企业只为本企业）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission OnBehalf = new("supplylinks.on-behalf", "代企业申报和答复供货关系（标为代录）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public override string Title => "供货关系";

    public override IReadOnlyList<Permission> Permissions => [Read, Declare, OnBehalf];

    public override IReadOnlyList<MenuLine> Menu => [new("供货关系", "/supply-links", "arrows-exchange", "图谱", 36, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<SupplyLinkRows>();
        services.AddScoped<SupplyLinkNews>();
        services.AddScoped<ImportSupplyLinksFile>();
        services.AddMergeRule<SupplyLinkMergeRule>();
        services.AddWorkSource<SupplyLinksWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListSupplyLinks>("/api/supply-links", "供货关系");
        api.Post<DeclareSupplyLink>("/api/supply-links", "申报供货关系");
        api.Get<ShowSupplyLink>("/api/supply-links/{id}", "一条供货关系");
        api.Put<StateSupplyLink>("/api/supply-links/{id}", "填写一方的数字");
        api.Post<ConfirmSupplyLink>("/api/supply-links/{id}/confirm", "确认对方的申报");
        api.Post<DenySupplyLink>("/api/supply-links/{id}/deny", "否认对方的申报");
        api.Delete<WithdrawSupplyLink>("/api/supply-links/{id}", "撤回一方的申报");
        api.Import<ImportSupplyLinks>();
    }
}

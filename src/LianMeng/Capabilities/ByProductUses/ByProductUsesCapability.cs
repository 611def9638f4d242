using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>Which firms take which by-products, to what specification and by what right.</summary>
public sealed class ByProductUsesCapability : Capability
{
    public static readonly Permission Read = new("byproducts.read", "查看副产品利用能力", Roles.Everybody);
    public static readonly Permission Keep = new("byproducts.keep", "登记和修改副产品利用能力（企业只为本企业）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission OnBehalf = new("byproducts.on-behalf", "代企业登记副产品利用能力", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public override string Title => "副产品利用";

    public override IReadOnlyList<Permission> Permissions => [Read, Keep, OnBehalf];

    public override IReadOnlyList<MenuLine> Menu => [new("副产品利用", "/by-product-uses", "recycle", "图谱", 37, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ByProductUseRows>();
        services.AddScoped<HazardousReceivers>();
        services.AddMergeRule<ByProductUseMergeRule>();
        services.AddMergeRule<ByProductRightMergeRule>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListByProductUses>("/api/by-product-uses", "副产品利用能力");
        api.Post<StateByProductUse>("/api/by-product-uses", "登记副产品利用能力");
        api.Get<ShowByProductUse>("/api/by-product-uses/{id}", "一项副产品利用能力");
        api.Put<ChangeByProductUse>("/api/by-product-uses/{id}", "修改副产品利用能力");
        api.Delete<WithdrawByProductUse>("/api/by-product-uses/{id}", "撤下副产品利用能力");
        api.Post<AddByProductRight>("/api/by-product-uses/{id}/rights", "登记危险废物许可或豁免");
        api.Delete<RemoveByProductRight>("/api/by-product-uses/{id}/rights/{rightId}", "删去危险废物许可或豁免");
    }
}

using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The register of firms: import, list, page, change.</summary>
public sealed class OrganisationsCapability : Capability
{
    public static readonly Permission Read = new("organisations.read", "查看企业名册", Roles.Everybody);
    public static readonly Permission ReadPrivate = new("organisations.private", "查看企业的采购、经营数据和联系方式", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader);
    public static readonly Permission Change = new("organisations.change", "登记、修改和导入企业", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public override string Title => "企业名册";

    public override IReadOnlyList<Permission> Permissions => [Read, ReadPrivate, Change];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("企业名册", "/organisations", "building-factory-2", "名册", 50, Access.Needs(Read)),
        new("导入名册", "/organisations/import", "file-import", "名册", 51, Access.Needs(Change)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProductRows>();
        services.AddScoped<OfferRows>();
        services.AddScoped<OrganisationCards>();
        services.AddScoped<FirmDirectory>();
        services.AddScoped<OrganisationLookup>();
        services.AddScoped<RegisterFigures>();
        services.AddScoped<EnterpriseRoster>();
        services.AddAttachments<OrganisationAttachments>();
        services.AddReseal<TelephoneReseal>();
        services.AddWorkSource<RegisterWork>();
        services.AddWorkSource<OwnFirmWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListOrganisations>("/api/organisations", "企业名册");
        api.Get<ShowOrganisation>("/api/organisations/{id}", "企业资料");
        api.Post<RegisterOrganisation>("/api/organisations", "登记单位");
        api.Post<ShowTelephone>("/api/organisations/{id}/telephone", "显示联系电话（每次记入账本）");
        api.Put<EditOrganisation>("/api/organisations/{id}", "修改企业资料");
        api.Delete<RemoveOrganisation>("/api/organisations/{id}", "移出名册");
        api.Import<ImportEnterprises>();
    }
}

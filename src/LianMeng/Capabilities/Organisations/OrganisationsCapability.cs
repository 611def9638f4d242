using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The register of firms: import, list, page, change.</summary>
public sealed class OrganisationsCapability : Capability
{
    public static readonly Permission Read = new("organisations.read", "查看企业名册", Roles.Everybody);
    public static readonly Permission ReadPrivate = new("organisations.private", "查看企业的采购、经营数据和联系方式", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader);
    public static readonly Permission Change = new("organisations.change", "登记、修改和导入企业", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public static readonly Permission Keep = new("organisations.keep", "维护和确认本单位资料（主管单位：全区县的）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager);
    public static readonly Permission KeepProducts = new("organisations.products", "维护本单位的产品（主管单位：全区县的）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);

    public static readonly Permission Own = new("organisations.own", "打开本单位的页面", [.. Roles.OfOrganisation]);

    /// <summary>Details older than this are shown as such.</summary>
    public static readonly Setting StaleDays = new("Organisations:StaleDays", "名册", "资料多久没有确认算旧", "超过这个天数没有更新或确认的资料标为“较旧”，企业可自愿一键确认。", "天", 180, 30, 1000);

    /// <summary>Certificates that end within this many days are pointed out.</summary>
    public static readonly Setting ExpiringDays = new("Organisations:ExpiringDays", "名册", "资质到期前多少天提示", "资质在这个天数内到期的，在企业页面和书记的工作台提示。", "天", 60, 1, 365);

    public override string Title => "企业名册";

    public override IReadOnlyList<Permission> Permissions => [Read, ReadPrivate, Change, Keep, KeepProducts, Own];

    public override IReadOnlyList<Setting> Settings => [StaleDays, ExpiringDays];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("企业名册", "/organisations", "building-factory-2", "名册", 50, Access.Needs(Read)),
        new("本单位", "/organisations/own", "building", "名册", 49, Access.Needs(Own)),
        new("导入名册", "/organisations/import", "file-import", "名册", 51, Access.Needs(Change)),
        new("导入和导出", "/organisations/transfer", "file-spreadsheet", "名册", 54, Access.Needs(Read)),
        new("变更申请", "/organisations/changes", "checklist", "名册", 55, Access.Needs(Keep)),
        new("资料新旧", "/organisations/freshness", "clock", "名册", 56, Access.Needs(Change)),
        new("重复核对", "/organisations/duplicates", "arrow-merge", "名册", 52, Access.Needs(Change)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProductRows>();
        services.AddScoped<FirmLines>();
        services.AddScoped<OfferRows>();
        services.AddScoped<OrganisationCards>();
        services.AddScoped<FirmDirectory>();
        services.AddScoped<FirmContacts>();
        services.AddScoped<OrganisationLookup>();
        services.AddScoped<RegisterFigures>();
        services.AddScoped<PurchaseBook>();
        services.AddScoped<EnterpriseRoster>();
        services.AddScoped<ImportProductsFile>();
        services.AddScoped<ImportQualificationsFile>();
        services.AddScoped<ImportContactsFile>();
        services.AddScoped<ImportSitesFile>();
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<DuplicateCheck>();
        services.AddScoped<MergeTrail>();
        services.AddSingleton<IInterceptor, DuplicateKeeper>();
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
        api.Get<ShowProducts>("/api/organisations/{id}/products", "企业的产品");
        api.Post<AddProduct>("/api/organisations/{id}/products", "登记产品");
        api.Put<ChangeProduct>("/api/organisations/{id}/products/{productId}", "修改产品");
        api.Delete<RemoveProduct>("/api/organisations/{id}/products/{productId}", "删去产品");
        api.Put<SaveQualification>("/api/organisations/{id}/qualifications", "登记或修改资质");
        api.Put<SaveContact>("/api/organisations/{id}/contacts", "登记或修改联系人");
        api.Put<SaveSite>("/api/organisations/{id}/sites", "登记或修改厂区");
        api.Delete<RemoveLine>("/api/organisations/{id}/lines/{lineId}", "删去资质、联系人或厂区");
        api.Post<ConfirmOrganisation>("/api/organisations/{id}/confirm", "确认资料");
        api.List<ListFreshness>("/api/organisations/freshness", "资料新旧");
        api.Post<RemindOrganisations>("/api/organisations/freshness/remind", "提醒企业核对资料");
        api.List<ListChangeRequests>("/api/organisations/changes", "变更申请");
        api.Post<RequestChange>("/api/organisations/{id}/changes", "申请变更名称、代码或行政区划");
        api.Post<DecideChangeRequest>("/api/organisations/changes/{id}/decide", "核准或不核准变更申请");
        api.Post<WithdrawChangeRequest>("/api/organisations/changes/{id}/withdraw", "撤回变更申请");
        api.List<ListDuplicates>("/api/organisations/duplicates", "重复核对");
        api.Get<FindSimilar>("/api/organisations/similar", "名册里相似的企业");
        api.Get<ShowDuplicates>("/api/organisations/{id}/duplicates", "与这家相似的企业");
        api.Post<TellOrganisationsApart>("/api/organisations/{id}/apart", "认定不是同一家，或恢复核对");
        api.Get<ShowMergePreview>("/api/organisations/{id}/merge", "合并前的对照");
        api.Get<ShowMerges>("/api/organisations/{id}/merges", "合并记录");
        api.Post<MergeOrganisation>("/api/organisations/{id}/merge", "合并重复的登记");
        api.Post<UnmergeOrganisation>("/api/organisations/{id}/unmerge", "撤销合并");
        api.Delete<RemoveOrganisation>("/api/organisations/{id}", "移出名册");
        api.List<ListProducts>("/api/organisations/products", "企业产品");
        api.List<ListQualifications>("/api/organisations/qualifications", "企业资质");
        api.List<ListContacts>("/api/organisations/contacts", "企业联系人");
        api.List<ListSites>("/api/organisations/sites", "企业厂区");
        api.Import<ImportEnterprises>();
        api.Import<ImportProducts>();
        api.Import<ImportQualifications>();
        api.Import<ImportContacts>();
        api.Import<ImportSites>();
    }
}

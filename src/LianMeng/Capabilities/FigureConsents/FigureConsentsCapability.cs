using LianMeng.Capabilities.FigureConsents.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>Who may see a firm's exact figures in analyses: those whom the firm authorised, until a day.</summary>
public sealed class FigureConsentsCapability : Capability
{
    public static readonly Permission Give = new("consents.give", "授权他人查看本企业的准确数字，撤回授权", Role.EnterpriseManager);
    public static readonly Permission Use = new("consents.use", "凭授权查看企业的准确数字", Role.EnterpriseManager, Role.PurchasingClerk, Role.Liaison);
    public static readonly Permission Read = new("consents.read", "查看本企业给出的和给本单位的数据授权", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.EnterpriseManager, Role.PurchasingClerk, Role.Liaison);

    public override string Title => "数据授权";

    public override IReadOnlyList<Permission> Permissions => [Give, Use, Read];

    public override IReadOnlyList<MenuLine> Menu => [new("数据授权", "/figure-consents", "key", "图谱", 38, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FigureViewer>();
        services.AddMergeRule<FigureConsentMergeRule>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListFigureConsents>("/api/figure-consents", "数据授权");
        api.Post<GiveFigureConsent>("/api/figure-consents", "给出数据授权");
        api.Delete<WithdrawFigureConsent>("/api/figure-consents/{id}", "撤回数据授权");
    }
}

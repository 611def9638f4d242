using LianMeng.Capabilities.Deals.Funnel;
using LianMeng.Capabilities.Deals.Substitutions;
using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Deals;

/// <summary>What came of it: deals stage by stage, confirmed by both firms; partnerships, the substitution ledger, the funnel.</summary>
public sealed class DealsCapability : Capability
{
    public static readonly Permission Read = new("deals.read", "查看合作（企业只看本企业的）", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission Act = new("deals.act", "登记合作、填报进展（企业只为本企业）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission Confirm = new("deals.confirm", "为本企业确认合作、提出和了结争议", Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission OnBehalf = new("deals.on-behalf", "代企业登记合作和填报进展（只算申报，不能确认）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);
    public static readonly Permission Count = new("deals.count", "查看撮合漏斗", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader);

    public static readonly Setting FirstFollowUp = new("Deals:FirstFollowUp", "合作", "第一次回访", "双方确认的合同日期起满这些天，请双方说说合作怎样。", "天", 30, 1, 365);
    public static readonly Setting SecondFollowUp = new("Deals:SecondFollowUp", "合作", "第二次回访", "双方确认的合同日期起满这些天，再问一次。", "天", 90, 2, 730);
    public static readonly Setting ThirdFollowUp = new("Deals:ThirdFollowUp", "合作", "第三次回访", "双方确认的合同日期起满这些天，问最后一次。", "天", 180, 3, 1095);
    public static readonly Setting PartnershipMonths = new("Deals:PartnershipMonths", "合作", "合作伙伴的时限", "最近这些月里双方确认过合同（或以后的阶段），算供应链合作伙伴。", "个月", 24, 1, 120);

    /// <summary>Ascending, whatever an administrator set.</summary>
    internal static IReadOnlyList<int> DaysOf(SettingValues settings) => [.. new[] { settings.Of(FirstFollowUp), settings.Of(SecondFollowUp), settings.Of(ThirdFollowUp) }.Order()];

    public override string Title => "合作";

    public override IReadOnlyList<Permission> Permissions => [Read, Act, Confirm, OnBehalf, Count];

    public override IReadOnlyList<Setting> Settings => [FirstFollowUp, SecondFollowUp, ThirdFollowUp, PartnershipMonths];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("合作", "/deals", "briefcase", "供需", 26, Access.Needs(Read)),
        new("合作伙伴", "/partnerships", "users-group", "供需", 27, Access.Needs(Read)),
        new("本地替代台账", "/substitutions", "git-compare", "供需", 28, Access.Needs(Read)),
        new("撮合漏斗", "/funnel", "filter", "供需", 29, Access.Needs(Count)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DealNews>();
        services.AddScoped<Public.DealBook>();
        services.AddScoped<ByProductWays>();
        services.AddScoped<FunnelBook>();
        services.AddScoped<PartnershipBook>();
        services.AddScoped<DealScopes>();
        services.AddMergeRule<DealMergeRule>();
        services.AddMergeRule<SubstitutionMergeRule>();
        services.AddWorkSource<DealsWork>();
        services.AddAttachments<DealAttachments>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListDeals>("/api/deals", "合作");
        api.Post<OpenDeal>("/api/deals", "登记合作");
        api.Get<ShowDeal>("/api/deals/{id}", "一笔合作");
        api.Post<StateDealStep>("/api/deals/{id}/steps", "填报一方的进展");
        api.Post<ConfirmDealStep>("/api/deals/{id}/confirm", "确认对方填报的进展");
        api.Post<DisputeDeal>("/api/deals/{id}/dispute", "提出争议");
        api.Post<SettleDeal>("/api/deals/{id}/settle", "了结争议");
        api.Post<FailDeal>("/api/deals/{id}/fail", "标为未成");
        api.Post<LinkByProduct>("/api/deals/{id}/by-product", "关联副产品");
        api.Post<AnswerFollowUp>("/api/deals/{id}/follow-ups", "答复回访");
        api.List<ListPartnerships>("/api/partnerships", "合作伙伴");
        api.List<ListPartnerFirms>("/api/partnerships/firms", "有合作伙伴的企业");
        api.Get<ShowPartnerships>("/api/partnerships/count", "合作伙伴的家数");
        api.List<ListSubstitutionLedger>("/api/substitution-ledger", "本地替代台账");
        api.Get<ShowSubstitutionTotals>("/api/substitution-ledger/totals", "本地替代的合计");
        api.Post<StateSubstitution>("/api/substitution-ledger", "登记本地替代");
        api.Post<ConfirmSubstitution>("/api/substitution-ledger/{id}/confirm", "确认本地替代");
        api.Delete<WithdrawSubstitution>("/api/substitution-ledger/{id}", "撤下本地替代");
        api.Get<ShowFunnel>("/api/funnel", "撮合漏斗");
        api.List<ListFunnelRecords>("/api/funnel/records", "撮合漏斗的记录");
    }
}

using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Two firms are brought together: each consents for itself, then they see each other's contacts, talk, and make a deal or not.</summary>
public sealed class IntroductionsCapability : Capability
{
    public static readonly Permission Read = new("introductions.read", "查看对接（企业只看本企业的）", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission Oversee = new("introductions.oversee", "查看本区县全部对接的进展（不含联系方式和价格）", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader);
    public static readonly Permission Propose = new("introductions.propose", "提出、推荐对接，撤回自己的", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission Introduce = new("introductions.introduce", "推荐两家企业对接、提醒答复", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);
    public static readonly Permission Answer = new("introductions.answer", "为本企业同意、婉拒对接，标为开始洽谈", Role.EnterpriseManager, Role.PurchasingClerk);

    public static readonly Setting StalledDays = new("Introductions:StalledDays", "对接", "多少天没有进展算停滞", "对接停在同一步超过这么多天，列表里标为停滞，书记的“我的工作”里会提醒。", "天", 5, 1, 90);
    public static readonly Setting MostADay = new("Introductions:MostADay", "对接", "一家企业每天最多提出", "一家企业一天最多向别的企业提出多少次对接。", "次", 20, 1, 1_000);
    public static readonly Setting AgainAfterDays = new("Introductions:AgainAfterDays", "对接", "被婉拒后多少天可再提出", "对方婉拒后，同一企业就同一产品多少天内不能再向它提出；书记推荐不受限制。", "天", 30, 0, 365);

    public override string Title => "对接";

    public override IReadOnlyList<Permission> Permissions => [Read, Oversee, Propose, Introduce, Answer];

    public override IReadOnlyList<Setting> Settings => [StalledDays, MostADay, AgainAfterDays];

    public override IReadOnlyList<MenuLine> Menu => [new("对接", "/introductions", "heart-handshake", "供需", 25, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IntroductionBook>();
        services.AddScoped<PriceConsents>();
        services.AddScoped<IntroductionNotices>();
        services.AddScoped<IntroductionPairs>();
        services.AddMergeRule<IntroductionMergeRule>();
        services.AddWorkSource<IntroductionsWork>();
        services.AddReaction<IntroducedFirmLeft>();
        services.AddReseal<IntroductionContactReseal>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListIntroductions>("/api/introductions", "对接");
        api.Post<StartIntroduction>("/api/introductions", "提出或推荐对接");
        api.Get<ShowIntroduction>("/api/introductions/{id}", "一次对接");
        api.Post<ConsentIntroduction>("/api/introductions/{id}/consent", "本企业同意对接");
        api.Post<DeclineIntroduction>("/api/introductions/{id}/decline", "本企业婉拒对接");
        api.Post<WithdrawIntroduction>("/api/introductions/{id}/withdraw", "撤回同意或推荐");
        api.Post<TalkIntroduction>("/api/introductions/{id}/talk", "标为开始洽谈");
        api.Post<RemindIntroduction>("/api/introductions/{id}/remind", "提醒还没有答复的一方");
    }
}

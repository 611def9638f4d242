using LianMeng.Shared.Access;

namespace LianMeng.Host.Demonstration;

/// <summary>The accounts of the demonstration. Their password is public: they exist only where `lianmeng demo` was run.</summary>
internal static class DemonstrationAccounts
{
    public const string Password = "demo-lianmeng-2026";

    public sealed record Account(string Title, string UserName, string DisplayName, Role Role, string? Region, string? Firm);

    public static IReadOnlyList<Account> All { get; } =
    [
        new("系统管理员", "admin", "系统管理员", Role.SystemAdministrator, null, null),
        new("市级专员", "city", "市级专员（演示）", Role.CityOfficer, null, null),
        new("区县专员（铜梁区）", "officer-tl", "铜梁专员（演示）", Role.DistrictOfficer, "500151", null),
        new("联盟书记（铜梁区）", "secretary-tl", "铜梁书记（演示）", Role.AllianceSecretary, "500151", null),
        new("区县专员（九龙坡区）", "officer-jlp", "九龙坡专员（演示）", Role.DistrictOfficer, "500107", null),
        new("联盟书记（九龙坡区）", "secretary-jlp", "九龙坡书记（演示）", Role.AllianceSecretary, "500107", null),
        new("企业负责人（岚骁驿电动车）", "firm-ebike", "岚骁驿经理（演示）", Role.EnterpriseManager, "500151", "重庆岚骁驿电动车股份有限公司"),
        new("采购专员（岚骁驿电动车）", "buyer-ebike", "岚骁驿采购（演示）", Role.PurchasingClerk, "500151", "重庆岚骁驿电动车股份有限公司"),
        new("企业负责人（炽汨镕再生铝业）", "firm-ingot", "炽汨镕经理（演示）", Role.EnterpriseManager, "500107", "重庆炽汨镕再生铝业有限公司"),
        new("企业负责人（岐镟压铸）", "firm-casting", "岐镟经理（演示）", Role.EnterpriseManager, "500107", "重庆岐镟压铸有限公司"),
        new("单位联络员（铜梁经信委）", "unit-eco-tl", "铜梁经信委联络员（演示）", Role.Liaison, "500151", "铜梁区经济和信息化委员会（演示）"),
        new("单位联络员（铜梁高新区管委会）", "unit-park-tl", "高新区管委会联络员（演示）", Role.Liaison, "500151", "铜梁高新区管理委员会（演示）"),
        new("单位联络员（旧县街道）", "unit-town-tl", "旧县街道联络员（演示）", Role.Liaison, "500151", "铜梁区旧县街道办事处（演示）"),
        new("单位联络员（九龙坡经信委）", "unit-eco-jlp", "九龙坡经信委联络员（演示）", Role.Liaison, "500107", "九龙坡区经济和信息化委员会（演示）"),
        new("单位联络员（西彭镇）", "unit-town-jlp", "西彭镇联络员（演示）", Role.Liaison, "500107", "九龙坡区西彭镇人民政府（演示）"),
        new("审计员", "auditor", "审计员（演示）", Role.Auditor, null, null),
    ];
}

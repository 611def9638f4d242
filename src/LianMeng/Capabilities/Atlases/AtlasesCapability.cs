using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Atlases.Files;
using LianMeng.Capabilities.Atlases.Pictures;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Atlases;

/// <summary>图谱: a chain that can be seen, questioned and acted on.</summary>
public sealed class AtlasesCapability : Capability
{
    public static readonly Permission Read = new("atlases.read", "查看图谱和分析", Roles.Everybody);
    public static readonly Permission Keep = new("atlases.keep", "编制、发布图谱", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);

    public static readonly Permission Act = new("atlases.act", "把图谱分析转为任务并办理（企业：就本企业的）", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.Liaison, Role.PurchasingClerk);

    public override string Title => "图谱";

    public override IReadOnlyList<Permission> Permissions => [Read, Keep, Act];

    public override IReadOnlyList<Setting> Settings => AnalysisSettings.All;

    public override IReadOnlyList<MenuLine> Menu => [new("图谱与分析", "/atlases", "chart-dots-3", "图谱", 31, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AtlasGraphs>();
        services.AddScoped<AtlasShelf>();
        services.AddScoped<Public.AtlasNames>();
        services.AddScoped<AtlasFirms>();
        AnalysisParts.AddServices(services);
        PictureParts.AddServices(services);
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListAtlases>("/api/atlases", "图谱");
        api.Post<CreateAtlas>("/api/atlases", "建立图谱");
        api.Get<ShowAtlas>("/api/atlases/{id}", "一张图谱：产品、关系和企业");
        api.Put<EditAtlas>("/api/atlases/{id}", "修改图谱的名称和说明");
        api.Post<RemoveAtlas>("/api/atlases/{id}/remove", "删除图谱");
        api.List<ListIssues>("/api/atlases/{id}/issues", "图谱的各期");
        api.Post<PublishAtlas>("/api/atlases/{id}/issues", "发布一期");
        api.Get<ShowDiff>("/api/atlases/{id}/diff", "两期之间的变化");
        api.Get<ShowPath>("/api/atlases/{id}/path", "两种产品之间的最短关系");
        api.Put<SaveStages>("/api/atlases/{id}/stages", "草稿的环节");
        api.Put<SaveNode>("/api/atlases/{id}/nodes", "在草稿中新增或修改产品");
        api.Post<RemoveNode>("/api/atlases/{id}/nodes/remove", "从草稿中删去产品");
        api.Put<SaveLink>("/api/atlases/{id}/links", "在草稿中新增或修改关系");
        api.Post<RemoveLink>("/api/atlases/{id}/links/remove", "从草稿中删去关系");
        AtlasFileEndpoints.Map(api.Routes);
        AnalysisParts.MapEndpoints(api);
        PictureParts.MapEndpoints(api);
    }
}

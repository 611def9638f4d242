using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What the analyses and their tasks add to the manifest.</summary>
internal static class AnalysisParts
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WordPlaces>();
        services.AddScoped<AtlasAnalyst>();
        services.AddScoped<AnalysisDesk>();
        services.AddScoped<FirmLinks>();
        services.AddScoped<ByProductUsesOfFirms>();
        services.AddScoped<ByProductCase>();
        services.AddScoped<AtlasTaskBook>();
        services.AddScoped<AtlasTaskPeople>();
        services.AddMergeRule<AtlasTaskMergeRule>();
        services.AddWorkSource<AtlasTaskWork>();
    }

    public static void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListAtlasHealth>("/api/atlases/{id}/health", "图谱健康度");
        api.Get<ShowAtlasHealth>("/api/atlases/{id}/health/summary", "图谱健康度总况：计数、先问哪些企业");
        api.List<ListAtlasGaps>("/api/atlases/{id}/gaps", "招商清单");
        api.List<ListSecondTierGaps>("/api/atlases/{id}/gaps/second-tier", "二级缺口");
        api.List<ListAtlasStrengths>("/api/atlases/{id}/strengths", "长板");
        api.Get<ShowAtlasGaps>("/api/atlases/{id}/gaps/summary", "缺口总况：每年外购金额、未推算的环节");
        api.List<ListSubstitutions>("/api/atlases/{id}/substitutions", "本地替代建议");
        api.Get<ShowSubstitutions>("/api/atlases/{id}/substitutions/summary", "本地替代总况：合计、争用的产能、测算口径");
        api.List<ListByProductPlan>("/api/atlases/{id}/by-products", "副产品去向");
        api.List<ListByProductRefusals>("/api/atlases/{id}/by-products/refusals", "副产品不能送往的去向");
        api.Get<ShowByProducts>("/api/atlases/{id}/by-products/summary", "副产品总况：来源、用途、改卖的价格");
        api.Get<ShowWhatIf>("/api/atlases/{id}/what-if", "停产推演");
        api.Get<ShowWeakPoints>("/api/atlases/{id}/weak-points", "关键企业、唯一来源和循环");
        api.List<ListStepDowns>("/api/atlases/{id}/step-downs", "可延伸产品");
        api.Get<ShowStepDowns>("/api/atlases/{id}/step-downs/summary", "可延伸产品：企业和它的产品");
        api.List<ListAtlasTasks>("/api/atlases/{id}/tasks", "图谱任务");
        api.Post<StartAtlasTask>("/api/atlases/{id}/tasks", "把分析结果转为任务");
        api.Get<ShowTaskStart>("/api/atlases/{id}/task-start", "一行分析结果可以转为什么");
        api.Get<ShowAtlasTask>("/api/atlas-tasks/{id}", "一项图谱任务");
        api.Put<ReassignAtlasTask>("/api/atlas-tasks/{id}", "改由他人办理图谱任务，或改期");
        api.Post<MoveAtlasTask>("/api/atlas-tasks/{id}/move", "办结、放弃或重新办理图谱任务");
    }
}

using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>What the pictures add to the manifest.</summary>
internal static class PictureParts
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<GraphDrawings>();
        services.AddScoped<AtlasHeads>();
        services.AddScoped<AtlasProducts>();
        services.AddScoped<SupplyNeighbours>();
        services.AddWorkSource<NeighbourhoodWork>();
    }

    public static void MapEndpoints(UseCaseEndpoints api)
    {
        api.Get<ShowLanes>("/api/atlases/{id}/lanes", "图谱：环节、产品、企业数和健康度");
        api.Get<ShowGraph>("/api/atlases/{id}/graph", "图谱的关系图：产品的位置、健康度和关系");
        api.List<ListAtlasProducts>("/api/atlases/{id}/products", "图谱产品");
        api.Get<ShowAtlasProduct>("/api/atlases/{id}/products/{key}", "图谱里的一种产品：上下游、单耗、企业和健康度");
        api.Get<ShowFlows>("/api/atlases/{id}/flows", "图谱的流向：每年采购了多少、用到哪里");
        api.Get<ShowNeighbourhood>("/api/atlases/{id}/neighbourhood", "一家企业的上下游和同类企业");
        GraphFile.Map(api.Routes);
    }
}

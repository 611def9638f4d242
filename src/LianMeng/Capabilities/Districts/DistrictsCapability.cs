using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Districts;

/// <summary>The districts of the city: the fence between rows.</summary>
public sealed class DistrictsCapability : Capability
{
    public static readonly Permission Manage = new("districts.manage", "设立区县", Role.SystemAdministrator);

    public override string Title => "区县";

    public override IReadOnlyList<Permission> Permissions => [Manage];

    public override IReadOnlyList<MenuLine> Menu => [new("区县", "/districts", "map-pin", "管理", 91, Access.Needs(Manage))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DistrictNames>();
        services.AddWorkSource<DistrictsWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListDistricts>("/api/districts", "区县列表");
        api.Post<CreateDistrict>("/api/districts", "设立区县");
    }
}

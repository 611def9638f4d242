using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Party organisations of the district and what they cover; members as counts.</summary>
public sealed class PartyOrganisationsCapability : Capability
{
    public static readonly Permission ReadAll = new("party.read-all", "查看辖区内的党组织和党员人数", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.PartyInstructor);
    public static readonly Permission Read = new("party.read", "查看党组织（企业只看本企业的）", [.. ReadAll.Roles, Role.PartyClerk]);
    public static readonly Permission Change = new("party.change", "登记和修改党组织", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.PartyInstructor);

    public override string Title => "党组织";

    public override IReadOnlyList<Permission> Permissions => [ReadAll, Read, Change];

    public override IReadOnlyList<MenuLine> Menu => [new("党组织", "/party-organisations", "flag", "联盟", 35, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<Public.PartyDirectory>();
        services.AddScoped<PartyRoster>();
        services.AddMergeRule<CoverageMergeRule>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListPartyOrganisations>("/api/party-organisations", "党组织");
        api.Post<RegisterPartyOrganisation>("/api/party-organisations", "登记党组织");
        api.Get<ShowCoverage>("/api/party-organisations/coverage", "组织覆盖");
        api.Get<ShowPartyOrganisation>("/api/party-organisations/{id}", "一个党组织");
        api.Put<EditPartyOrganisation>("/api/party-organisations/{id}", "修改党组织");
        api.Post<RemovePartyOrganisation>("/api/party-organisations/{id}/remove", "撤销党组织");
        api.Import<ImportPartyOrganisations>();
    }
}

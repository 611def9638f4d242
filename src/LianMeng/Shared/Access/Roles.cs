namespace LianMeng.Shared.Access;

/// <summary>Posts that go together, for the permissions that name them and for what an appointment must state.</summary>
public static class Roles
{
    /// <summary>Posts in one alliance: 1+1+1, its committee and who serves its firms. The leader of an alliance is its secretary or deputy.</summary>
    public static IReadOnlyList<Role> OfAlliance { get; } =
        [Role.AllianceSecretary, Role.DeputySecretary, Role.CommitteeMember, Role.ChainLeader, Role.PartyInstructor, Role.ServiceCommissioner];

    /// <summary>Who speaks for one organisation: a firm's manager and colleagues, a department's liaison.</summary>
    public static IReadOnlyList<Role> OfOrganisation { get; } = [Role.EnterpriseManager, Role.Liaison, Role.PurchasingClerk, Role.PersonnelClerk, Role.PartyClerk];

    /// <summary>Colleagues whom a manager may invite, with narrower rights than the own.</summary>
    public static IReadOnlyList<Role> Colleagues { get; } = [Role.PurchasingClerk, Role.PersonnelClerk, Role.PartyClerk];

    /// <summary>Everybody who works in a district, for what all of them may read.</summary>
    public static Role[] Everybody { get; } = [Role.CityOfficer, Role.DistrictOfficer, .. OfAlliance, .. OfOrganisation];

    public static bool IsOfAlliance(this Role role) => OfAlliance.Contains(role);

    public static bool IsOfOrganisation(this Role role) => OfOrganisation.Contains(role);

    /// <summary>Does one hold it in a district, in whatever body there?</summary>
    public static bool IsOfDistrict(this Role role) => role == Role.DistrictOfficer || role.IsOfAlliance() || role.IsOfOrganisation();
}

namespace LianMeng.Shared.Access;

/// <summary>A post that somebody holds at this moment (see the capability Accounts, 任职).</summary>
/// <param name="DistrictId">the district it is in; none for posts of the whole city</param>
/// <param name="AllianceId">the alliance it is in; none for a post that reaches every alliance of the district</param>
/// <param name="OrganisationId">the organisation it speaks for or represents</param>
public sealed record Post(Role Role, Guid? DistrictId, Guid? AllianceId, Guid? OrganisationId);

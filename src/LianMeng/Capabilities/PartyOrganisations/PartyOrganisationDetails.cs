using LianMeng.Capabilities.PartyOrganisations.Public;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>What a form or a row says of a Party organisation, checked.</summary>
/// <param name="FullMembers">正式党员, a count; null when not known</param>
/// <param name="ProbationaryMembers">预备党员, a count</param>
/// <param name="Covers">the organisations it covers; null leaves them as they are</param>
public sealed record PartyOrganisationDetails(string Name, PartyOrganisationType Type, bool IsFunctional, Guid? SuperiorId, string? SuperiorName, int? FullMembers, int? ProbationaryMembers, IReadOnlyList<PartyOrganisationDetails.Covered>? Covers)
{
    public sealed record Covered(Guid Id, string Name);
}

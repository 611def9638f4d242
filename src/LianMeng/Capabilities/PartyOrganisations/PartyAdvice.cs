using LianMeng.Capabilities.PartyOrganisations.Public;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>What the Party's rules would have looked at. Advice, never a reason to refuse: the organisation department decides.</summary>
public static class PartyAdvice
{
    public const int MembersOfBranch = 3, UnitsOfJointBranch = 5, MostInBranch = 50, MostInGeneralBranch = 100, MembersWithCommittee = 7;

    public static IReadOnlyList<string> Of(PartyOrganisationType type, bool isFunctional, int? fullMembers, int units)
    {
        if (isFunctional) return ["功能型党组织不发展党员、不收党费、不转接组织关系，不计入组织覆盖。"];
        var advice = new List<string>();
        if (type == PartyOrganisationType.JointBranch && units > UnitsOfJointBranch) advice.Add($"联合党支部覆盖单位一般不超过 {UnitsOfJointBranch} 个，现有 {units} 个。");
        if (type == PartyOrganisationType.Branch && units > 1) advice.Add($"覆盖 {units} 个单位，是否应为联合党支部？");
        if (fullMembers is not { } members) return advice;
        if (type == PartyOrganisationType.Branch && members < MembersOfBranch) advice.Add($"正式党员不足 {MembersOfBranch} 人的，一般与就近单位建立联合党支部。");
        if (type is PartyOrganisationType.Branch or PartyOrganisationType.JointBranch)
        {
            if (members > MostInBranch) advice.Add($"党员超过 {MostInBranch} 人，一般设立党总支。");
            else if (members >= MembersWithCommittee) advice.Add($"正式党员 {MembersWithCommittee} 人以上，一般设支部委员会 3–5 人，任期 3 年。");
        }

        if (type == PartyOrganisationType.GeneralBranch && members > MostInGeneralBranch) advice.Add($"党员超过 {MostInGeneralBranch} 人，一般设立党委。");
        return advice;
    }
}

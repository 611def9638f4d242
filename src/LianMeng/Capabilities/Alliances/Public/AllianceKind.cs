using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>What an alliance is founded as.</summary>
public enum AllianceKind
{
    [Display(Name = "党建联盟")] PartyBuildingAlliance = 1,
    [Display(Name = "产业链党委")] ChainCommittee = 2,
}

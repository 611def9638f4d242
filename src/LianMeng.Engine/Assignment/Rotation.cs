using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Assignment;

/// <summary>
/// 轮值: who takes the chair next. Of the members that may, the one longest unserved; ties by unified social credit code, in ordinal
/// order, so that anybody comes to the same answer.
/// </summary>
public static class Rotation
{
    /// <summary>All candidates: first those that may, in their order, then the others by code.</summary>
    /// <param name="least">the smallest size class that may take the chair</param>
    public static IReadOnlyList<RotationPlace> Order(IEnumerable<RotationCandidate> candidates, SizeClass least)
    {
        var judged = candidates.Select(c => (Candidate: c, Obstacles: ObstaclesOf(c, least))).ToList();
        var may = judged.Where(j => j.Obstacles == RotationObstacles.None)
            .OrderBy(j => j.Candidate.UnservedSince).ThenBy(j => j.Candidate.Uscc, StringComparer.Ordinal).ThenBy(j => j.Candidate.Id)
            .Select((j, at) => new RotationPlace(j.Candidate, at + 1, j.Obstacles));
        var mayNot = judged.Where(j => j.Obstacles != RotationObstacles.None)
            .OrderBy(j => j.Candidate.UnservedSince).ThenBy(j => j.Candidate.Uscc, StringComparer.Ordinal).ThenBy(j => j.Candidate.Id)
            .Select(j => new RotationPlace(j.Candidate, null, j.Obstacles));
        return [.. may, .. mayNot];
    }

    public static RotationObstacles ObstaclesOf(RotationCandidate candidate, SizeClass least)
    {
        var obstacles = RotationObstacles.None;
        if (candidate.Uscc is null) obstacles |= RotationObstacles.AwaitsCode;
        if (!candidate.HasPartyOrganisation) obstacles |= RotationObstacles.NoPartyOrganisation;
        if (candidate.Size is SizeClass.Unknown or SizeClass.NotApplicable) obstacles |= RotationObstacles.SizeUnknown;
        else if (candidate.Size < least) obstacles |= RotationObstacles.TooSmall;
        if (candidate.IsFit is null) obstacles |= RotationObstacles.NotJudged;
        else if (candidate.IsFit == false) obstacles |= RotationObstacles.JudgedUnfit;
        if (candidate.IsPassedOver) obstacles |= RotationObstacles.PassedOver;
        return obstacles;
    }
}

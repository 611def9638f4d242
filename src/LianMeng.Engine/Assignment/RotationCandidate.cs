using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Assignment;

/// <summary>A member that might take the chair.</summary>
/// <param name="Uscc">breaks ties; null for a firm that awaits its code</param>
/// <param name="IsFit">the recorded judgement 基础较好、有一定影响力; null while nobody judged</param>
/// <param name="HasPartyOrganisation">the chair is a Party organisation: without one there is nobody to invite</param>
/// <param name="UnservedSince">the day after its last term, or the day on which it became a member</param>
/// <param name="IsPassedOver">it declined this term, or was skipped for it with a reason</param>
public sealed record RotationCandidate(Guid Id, string? Uscc, SizeClass Size, bool? IsFit, bool HasPartyOrganisation, DateOnly UnservedSince, bool IsPassedOver);

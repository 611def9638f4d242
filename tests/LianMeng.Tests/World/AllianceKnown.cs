namespace LianMeng.Tests.World;

/// <summary>Ids of an alliance and what belongs to it.</summary>
public sealed record AllianceKnown(Guid Alliance, Guid Membership, Guid Term, Guid Entry, Guid PartyOrganisation);

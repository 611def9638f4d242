namespace LianMeng.Capabilities.Alliances;

/// <summary>What a form or a row says of an entry, checked.</summary>
public sealed record RegisterDetails(RegisterKind Kind, string Title, string? Text, Guid? OwnerOrganisationId, Guid? OwnerId, DateOnly? Deadline);

namespace LianMeng.Capabilities.Files.Public;

/// <summary>A record whose files the actor may read.</summary>
/// <param name="Title">how lists name it</param>
/// <param name="Href">its page</param>
/// <param name="OrganisationId">the firm whose space its files take, if a firm's</param>
/// <param name="MayAttach">may the actor add and remove files, too</param>
public sealed record AttachmentSubject(string Title, string Href, Guid? OrganisationId, bool MayAttach);

using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Accounts;

/// <summary>An invitation with its secret: shown once, kept nowhere.</summary>
/// <param name="Post">the post in words, with district and firm</param>
/// <param name="Code">in groups, for reading aloud</param>
/// <param name="Link">the path that takes it, with the code</param>
/// <param name="ExpiresAt">UTC</param>
public sealed record MadeInvitation(Guid Id, string DisplayName, string Post, string Code, string Link, DateTime ExpiresAt) : ICreated
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Location => "/api/invitations";
}

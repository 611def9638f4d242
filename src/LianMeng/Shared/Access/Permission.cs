namespace LianMeng.Shared.Access;

/// <summary>Something one may do, in words, and the posts that carry it. Declared once, in its capability's manifest.</summary>
public sealed class Permission(string key, string title, params Role[] roles)
{
    public string Key { get; } = key;
    public string Title { get; } = title;
    public IReadOnlyList<Role> Roles { get; } = roles;
}

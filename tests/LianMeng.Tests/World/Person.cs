using LianMeng.Shared.Access;

namespace LianMeng.Tests.World;

/// <summary>Somebody of the test world who can sign in.</summary>
public sealed record Person(string UserName, Role Role, Guid Id)
{
    public const string Password = "铝锭 goes round 2026";

    public override string ToString() => UserName;
}

namespace LianMeng.Shared.Ledger;

/// <summary>Somebody signed in asked for a use case that their posts do not carry.</summary>
public sealed record AccessDenied(string UseCase) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"越权访问被拒绝（{UseCase}）";
}

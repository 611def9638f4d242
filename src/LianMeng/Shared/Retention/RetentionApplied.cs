using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Retention;

/// <param name="Days">how long they were kept</param>
public sealed record RetentionApplied(string Title, int Days, int Count) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => "按保存期限清理";
    public override IReadOnlyList<FieldChange> Details => [new(Title, $"{Count} 条，超过 {Days} 天", null)];
}

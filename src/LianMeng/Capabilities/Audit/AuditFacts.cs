using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Audit;

/// <summary>The whole chain was computed anew.</summary>
/// <param name="Entries">how many there were</param>
/// <param name="Problems">the first of what was found, by number; empty when the chain is whole</param>
public sealed record LedgerVerified(long Entries, IReadOnlyList<string> Problems) : Fact
{
    /// <summary>The ledger itself.</summary>
    public static readonly Guid SubjectId = new("00000000-0000-7000-8000-000000000003");

    public override IReadOnlyList<Guid> Subjects => [SubjectId];
    public override string Words => Problems is { Count: > 0 } ? "核对账本（发现问题）" : "核对账本";
    public override IReadOnlyList<FieldChange> Details => [.. (Problems ?? []).Select(problem => new FieldChange("问题", null, problem))];
}

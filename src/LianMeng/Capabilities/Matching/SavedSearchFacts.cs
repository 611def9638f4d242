using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Matching;

public sealed record SearchSaved(Guid SearchId, Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SearchId, UserId];
    public override string Words => "保存一次查找";
}

public sealed record SavedSearchRenamed(Guid SearchId, Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SearchId, UserId];
    public override string Words => "给保存的查找改名";
}

public sealed record SavedSearchRemoved(Guid SearchId, Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SearchId, UserId];
    public override string Words => "删除保存的查找";
}

/// <summary>The platform asked it again and found something new.</summary>
/// <param name="Added">answers that were not there before</param>
public sealed record SavedSearchAnswered(Guid SearchId, Guid UserId, int Added) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SearchId, UserId];
    public override string Words => $"保存的查找有新结果（{Added} 条）";
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Matching;

public sealed record SynonymsAdded(Guid SetId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SetId];
    public override string Words => "添加一组同义词";
}

public sealed record SynonymsChanged(Guid SetId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SetId];
    public override string Words => "修改一组同义词";
}

public sealed record SynonymsRemoved(Guid SetId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SetId];
    public override string Words => "删除一组同义词";
}

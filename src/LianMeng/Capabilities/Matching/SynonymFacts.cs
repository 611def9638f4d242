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

/// <summary>A file of synonyms was taken over: the file by its hash, and what came of its rows. Each set has its own fact.</summary>
public sealed record SynonymsImported(string FileHash, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入同义词：新增 {New} 组，修改 {Changed} 组，已有 {Same} 组，退回 {Rejected} 行";
}

public sealed record SynonymsRemoved(Guid SetId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SetId];
    public override string Words => "删除一组同义词";
}

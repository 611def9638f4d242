using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Atlases;

/// <summary>An atlas was begun.</summary>
public sealed record AtlasBegun(Guid AtlasId, string ChainKey, string From, int Nodes, int Links) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AtlasId];
    public override string Words => $"建立图谱（{From}）：{Nodes} 种产品，{Links} 条关系";
}

/// <summary>What is said of an atlas changed.</summary>
public sealed record AtlasChanged(Guid AtlasId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AtlasId];
    public override string Words => "修改图谱资料";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>The draft of an atlas changed.</summary>
public sealed record AtlasDraftChanged(Guid AtlasId, string What, int Nodes, int Links) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AtlasId];
    public override string Words => $"修改图谱草稿：{What}";
}

/// <summary>The draft of an atlas became an issue.</summary>
public sealed record AtlasPublished(Guid AtlasId, int Issue, int Nodes, int Links) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AtlasId];
    public override string Words => $"发布图谱：第 {Issue} 期，{Nodes} 种产品，{Links} 条关系";
}

/// <summary>An atlas was removed; its issues stay in the archive.</summary>
public sealed record AtlasRemoved(Guid AtlasId, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AtlasId];
    public override string Words => $"删除图谱（{Reason}）";
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Somebody looked: two firms that look alike are two.</summary>
public sealed record OrganisationsToldApart(Guid OrganisationId, Guid OtherId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, OtherId];
    public override string Words => "核对后认定：与相似的另一家不是同一家";
}

/// <summary>The same, taken back: they are asked about again.</summary>
public sealed record OrganisationsToldApartNoMore(Guid OrganisationId, Guid OtherId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, OtherId];
    public override string Words => "恢复核对：是否与相似的另一家为同一家";
}

/// <summary>Two entries of one firm became one: what the second had went to the first.</summary>
/// <param name="OrganisationId">the one that stays</param>
/// <param name="Changes">of the one that stays</param>
/// <param name="Moved">rows that went over, as kind and number: 供需信息 3</param>
public sealed record OrganisationsMerged(Guid MergeId, Guid OrganisationId, Guid MergedId, IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Moved) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, MergedId, MergeId];
    public override string Words => Moved is not { Count: > 0 } ? "合并重复的登记" : $"合并重复的登记（转入：{string.Join("、", Moved)}）";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A merge was undone: both are as they were, what came after stays with the one that stayed.</summary>
/// <param name="Moved">rows that went back, as kind and number</param>
public sealed record OrganisationsUnmerged(Guid MergeId, Guid OrganisationId, Guid MergedId, IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Moved) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OrganisationId, MergedId, MergeId];
    public override string Words => Moved is not { Count: > 0 } ? "撤销合并，恢复为两家" : $"撤销合并，恢复为两家（转回：{string.Join("、", Moved)}）";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>A firm takes by-products.</summary>
public sealed record ByProductUseStated(Guid UseId, Guid OrganisationId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UseId, OrganisationId];
    public override string Words => "登记副产品利用能力";
}

/// <summary>A use changed, field by field; of private figures only that they did.</summary>
public sealed record ByProductUseChanged(Guid UseId, Guid OrganisationId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UseId, OrganisationId];
    public override string Words => "修改副产品利用能力";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A permit or exemption for a hazardous code was added or taken away.</summary>
public sealed record ByProductRightChanged(Guid UseId, Guid OrganisationId, Guid RightId, string Code, bool IsRemoved) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UseId, OrganisationId];
    public override string Words => $"{(IsRemoved ? "删去" : "登记")}危险废物许可或豁免：{Code}";
}

/// <summary>A firm does not take them any more.</summary>
public sealed record ByProductUseWithdrawn(Guid UseId, Guid OrganisationId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UseId, OrganisationId];
    public override string Words => "撤下副产品利用能力";
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Districts;

public sealed record DistrictCreated(Guid DistrictId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DistrictId];
    public override string Words => "设立区县";
}

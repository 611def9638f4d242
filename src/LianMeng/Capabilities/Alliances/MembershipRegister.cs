using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Memberships that wait for a decision: applied, approved, under review, due for review.</summary>
internal sealed class MembershipRegister(MemberRows members) : RegisterSource
{
    public override string Key => "memberships";

    public override string Title => "成员动态";

    public override async Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<Guid> organisations, CancellationToken cancellation)
        => [.. (await members.All().Where(m => m.AllianceId == allianceId && (m.IsDue || m.State == MembershipState.Applied || m.State == MembershipState.Approved || m.State == MembershipState.UnderReview)).OrderBy(m => m.SortKey).Take(Most).ToListAsync(cancellation))
            .Select(m => new RegisterLine(m.Id, Title, m.Name + (m.State == MembershipState.Active ? "：待年度复核" : $"：{ListExport.Words(m.State)}"), "联盟委员会", null, null, ListExport.Words(m.State), true, null, $"/memberships/{m.Id}"))];
}

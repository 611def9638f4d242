using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>
/// A member that leaves while its Party organisation is chair: refused, unless whoever decides says that the chair's term ends with
/// it. An invitation that nobody answered is taken back without asking.
/// </summary>
public sealed class ChairEnding(AppDb db, FactBuffer facts, TimeProvider clock)
{
    public const string Outcome = "轮值单位退出联盟，任期提前终止";

    /// <returns>why the member cannot leave yet, or null when nothing is in the way any more</returns>
    public async Task<string?> BeforeLeavingAsync(Membership membership, string name, bool endChair, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.Today(now);
        var terms = await db.Set<ChairTerm>().Where(t => t.AllianceId == membership.AllianceId && t.OrganisationId == membership.OrganisationId && (t.State == ChairState.Invited || (t.State == ChairState.Accepted && t.To >= today))).ToListAsync(cancellation);
        if (!endChair && terms.Find(t => t.State == ChairState.Accepted) is { } held)
            return $"“{name}”的党组织{(held.From <= today ? "正任" : "已接受")}轮值单位（{ChinaTime.Date(held.From)}至{ChinaTime.Date(held.To)}）：请先在“轮值”页面办理交接、终止任期，或勾选“同时终止轮值”。";
        foreach (var term in terms)
        {
            var from = term.State;
            term.End(from == ChairState.Invited ? "被邀请单位已退出联盟" : Outcome, today, now);
            facts.Add(new ChairTermMoved(term.Id, term.AllianceId, term.OrganisationId, from, term.State, term.Reason));
        }

        return null;
    }
}

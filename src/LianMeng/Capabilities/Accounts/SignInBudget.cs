using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// How often one may be wrong: passwords and codes together, <see cref="SignIn.MostFailures"/> in <see cref="SignIn.Window"/>. The
/// facts are the counter, so that it holds on all nodes and over a restart.
/// </summary>
public sealed class SignInBudget(AppDb db, TimeProvider clock)
{
    public static string Spent => $"这个账号 {SignIn.Window.TotalMinutes:0} 分钟内输错密码或验证码已达 {SignIn.MostFailures} 次，请 {SignIn.Window.TotalMinutes:0} 分钟后再试，或联系系统管理员重设密码。";

    public async Task<bool> IsSpentAsync(Guid accountId, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - SignIn.Window;
        // A changed password opens the account again: only failures after it count.
        var recent = db.Set<LedgerEntry>().Where(e => e.At > since)
            .Join(db.Set<LedgerSubject>().Where(s => s.EntityId == accountId), e => e.Seq, s => s.Seq, (e, _) => new { e.Seq, e.Kind });
        var reset = await recent.Where(e => e.Kind == nameof(PasswordChanged) || e.Kind == nameof(SignedIn)).MaxAsync(e => (long?)e.Seq, cancellation) ?? 0;
        return await recent.CountAsync(e => e.Seq > reset && e.Kind == nameof(SignInFailed), cancellation) >= SignIn.MostFailures;
    }
}

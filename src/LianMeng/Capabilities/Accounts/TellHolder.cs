using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Whoever holds an account is told when its posts or the ways into it change: if it was somebody else, they will ask. Whoever invited is told who came.</summary>
public sealed class TellHolder : Reaction
{
    public override string Name => "accounts.tell-holder";

    public override string Title => "告诉本人：职务或登录方式有变化、邀请被接受";

    public override bool Wants(Fact fact) => HolderOf(fact) is not null;

    public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
    {
        var holder = HolderOf(fact)!.Value;
        if (fact is MandateGiven && await CameWithTheAccountAsync(services.GetRequiredService<AppDb>(), holder, entry, cancellation)) return [];
        var districts = await services.GetRequiredService<PeopleOf>().DistrictsAsync([holder], cancellation);
        return [.. districts.Values.Select(district => new ReactionWork(district, typeof(TellOfAccount), new TellOfAccount.Input { UserId = holder, Seq = entry.Seq }))];
    }

    private static Guid? HolderOf(Fact fact) => fact switch
    {
        MandateGiven f => f.UserId,
        MandateEnded f => f.UserId,
        SecondFactorAdded f => f.UserId,
        SecondFactorRemoved f => f.UserId,
        RecoveryCodeUsed f => f.UserId,
        PasskeyAdded f => f.UserId,
        PasskeyRemoved f => f.UserId,
        InvitationAccepted f => f.InvitedBy,
        _ => null,
    };

    /// <summary>Facts of one save have one instant. Of the first post one hears with the password.</summary>
    private static Task<bool> CameWithTheAccountAsync(AppDb db, Guid holder, LedgerEntry entry, CancellationToken cancellation)
        => db.Set<LedgerSubject>().Where(s => s.EntityId == holder)
            .Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (_, e) => new { e.Kind, e.At }).AnyAsync(e => e.Kind == nameof(AccountCreated) && e.At == entry.At, cancellation);
}

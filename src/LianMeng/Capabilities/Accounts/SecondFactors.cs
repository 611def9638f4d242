using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes codes of the authenticator and recovery codes, each once, within the running save.</summary>
public sealed class SecondFactors(AppDb db, Sealer sealer, FactBuffer facts, TimeProvider clock)
{
    public const string Purpose = "totp";

    /// <summary>Characters that people may type: a recovery code with its dashes, or six digits, and a little room.</summary>
    public const int CodeLimit = 40;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>how the person signs in with it; null when it is wrong or was used before</returns>
    public async Task<SignInMethod?> TakeAsync(User user, string typed, CancellationToken cancellation)
    {
        var code = Plain(typed);
        if (code.Length == RecoveryCode.Length) return await TakeRecoveryAsync(user, code, cancellation) ? SignInMethod.PasswordAndRecoveryCode : null;
        if (await db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.UserId == user.Id, cancellation) is not { } factor) return null;
        if (Totp.StepOf(Base32.Decode(sealer.Open(Purpose, factor.SealedSecret)), code, Now, factor.LastStep) is not { } step) return null;
        factor.Take(step);
        return SignInMethod.PasswordAndCode;
    }

    public void Add(User user, string secret, long step)
    {
        db.Add(SecondFactor.Of(user.Id, sealer.Seal(Purpose, secret), step, Now));
        user.UseSecondFactor(true);
        facts.Add(new SecondFactorAdded(user.Id));
    }

    /// <summary>New recovery codes instead of those there are.</summary>
    /// <returns>to be shown once</returns>
    public async Task<IReadOnlyList<string>> MakeCodesAsync(User user, CancellationToken cancellation)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(cancellation));
        var made = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Make(user.Id)).ToList();
        db.AddRange(made.Select(m => m.Code));
        facts.Add(new RecoveryCodesMade(user.Id, made.Count));
        return [.. made.Select(m => m.Text)];
    }

    /// <returns>whether there was one</returns>
    public async Task<bool> RemoveAsync(User user, bool byAdministrator, CancellationToken cancellation)
    {
        if (await db.Set<SecondFactor>().FirstOrDefaultAsync(f => f.UserId == user.Id, cancellation) is not { } factor) return false;
        db.Remove(factor);
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(cancellation));
        user.UseSecondFactor(false);
        facts.Add(new SecondFactorRemoved(user.Id, byAdministrator));
        return true;
    }

    /// <summary>As people type it: with spaces, dashes, small letters, full-width digits.</summary>
    public static string Plain(string typed)
        => new([.. typed.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : char.ToUpperInvariant(c)).Where(char.IsAsciiLetterOrDigit)]);

    private async Task<bool> TakeRecoveryAsync(User user, string code, CancellationToken cancellation)
    {
        var hash = RecoveryCode.HashOf(user.Id, code);
        var unused = await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id && c.UsedAt == null).ToListAsync(cancellation);
        if (unused.FirstOrDefault(c => c.Hash == hash) is not { } found) return false;
        found.Use(Now);
        facts.Add(new RecoveryCodeUsed(user.Id, unused.Count - 1));
        return true;
    }
}

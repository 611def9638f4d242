using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Secrets;

/// <summary>
/// Makes the next key for cookies and tokens when the last one has less than <see cref="Ahead"/> to live: long before it is
/// needed, so that every node has read it (they read anew once a day) when it begins to protect.
/// </summary>
public sealed class MakeProtectionKey(UseCaseContext context, IKeyManager manager, ProtectionKeyStore store) : Command<MakeProtectionKey.Input, bool>(context)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    public sealed class Input;

    public override Access.Access Access => Shared.Access.Access.Program;

    // Another node made the very same key number: it is there, which is all that was wanted.
    protected override Outcome<bool> OnDuplicate() => Outcome<bool>.Done(false);

    /// <returns>whether one was made</returns>
    protected override async Task<Outcome<bool>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var last = await Db.Set<ProtectionKey>().AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancellation);
        if (last is not null && last.Expires - Now > Ahead) return Outcome<bool>.Done(false);
        var from = last is null || last.Expires < Now ? Now : last.Expires;
        var id = Guid.Empty;
        var xml = store.Catch(() => id = manager.CreateNewKey(new DateTimeOffset(from), new DateTimeOffset(from + Life)).KeyId);
        Db.Add(ProtectionKey.Of((last?.Number ?? 0) + 1, xml, Now, from, from + Life));
        Record(new ProtectionKeyMade(id, from));
        return Outcome<bool>.Done(true);
    }
}

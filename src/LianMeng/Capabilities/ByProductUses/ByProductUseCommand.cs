using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>What every change of a use has in common: the use of the address, whose it is, the version that was seen.</summary>
public abstract class ByProductUseCommand<TInput>(UseCaseContext context) : Command<TInput, Guid>(context)
    where TInput : class, IByProductUseInput
{
    public override Access Access => Access.Needs(ByProductUsesCapability.Keep);

    /// <summary>Asks the entity and states what happened; null when it was done, else why not.</summary>
    protected abstract Task<Outcome<Guid>?> DoAsync(ByProductUse use, TInput input, CancellationToken cancellation);

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var use = await Db.Set<ByProductUse>().Include(u => u.Rights).FirstOrDefaultAsync(u => u.Id == input.Id && u.WithdrawnAt == null, cancellation);
        if (use is null) return Outcome<Guid>.NotFound();
        if (!Actor.MayKeep(use)) return Outcome<Guid>.Refused("只有这家企业，或本区县的专员、书记能修改它。");
        if (input.Version is { } seen && seen != use.Version) return Outcome<Guid>.Conflict();
        Expect(use, input.Version);
        return await DoAsync(use, input, cancellation) ?? Outcome<Guid>.Done(use.Id);
    }
}

/// <summary>An input that names a use and the version that was seen.</summary>
public interface IByProductUseInput
{
    Guid Id { get; set; }
    Guid? Version { get; set; }
}

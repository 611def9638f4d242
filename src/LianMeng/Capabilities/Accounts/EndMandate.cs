using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes a post from somebody; what it allowed is refused with the next request. The last administrator stays one.</summary>
public sealed class EndMandate(UseCaseContext context, PostChoice posts, MandateEnding ending) : Command<EndMandate.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The post.</summary>
        public Guid Id { get; set; }

        [Display(Name = "原因"), StringLength(200)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override string? LockName(Input input) => PostChoice.AdministratorsLock;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var mandate = await Db.Set<Mandate>().FirstOrDefaultAsync(m => m.Id == input.Id, cancellation);
        if (mandate is null || !Actor.MayGive(mandate.Post)) return Outcome<Guid>.NotFound();
        if (mandate.HasEnded(Now)) return Outcome<Guid>.Refused("这个职务已经结束。");
        if (mandate.Role == Role.SystemAdministrator && await posts.IsLastAdministratorAsync(mandate.UserId, Now, cancellation))
            return Outcome<Guid>.Refused("这是最后一位能登录的系统管理员；请先授予另一人系统管理员职务，再免去这一个。");

        await ending.EndAsync(mandate, input.Reason, cancellation);
        return Outcome<Guid>.Done(mandate.Id);
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>One account, for those who change it.</summary>
public sealed class ShowAccount(UseCaseContext context) : Show<ShowAccount.Input, ShowAccount.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View(Guid Id, Guid Version, string UserName, string DisplayName, bool Disabled);

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override Task<View?> LoadAsync(Input input, CancellationToken cancellation)
        => Db.Users.AsNoTracking().Where(u => u.Id == input.Id)
            .Select(u => new View(u.Id, u.Version, u.UserName!, u.DisplayName, u.Disabled)).FirstOrDefaultAsync(cancellation);
}

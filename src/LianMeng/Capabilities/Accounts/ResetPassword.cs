using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The administrator gives somebody a new password; all of that person's sessions end.</summary>
public sealed class ResetPassword(UseCaseContext context, IPasswordHasher<User> hasher, UserSessions sessions) : Command<ResetPassword.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "新密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }

        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (PasswordRules.Problem(input.Password!, user.UserName!) is { } problem) return Outcome<Guid>.Invalid("password", problem);

        Expect(user, input.Version);
        user.SetPassword(hasher.HashPassword(user, input.Password!));
        await sessions.EndAllAsync(user.Id, SessionEnd.PasswordChanged, cancellation);
        Record(new PasswordChanged(user.Id, ByAdministrator: true));
        return Outcome<Guid>.Done(user.Id);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Opens the account that an invitation promised; whoever brings the code chooses user name and password.</summary>
public sealed class JoinByInvitation(UseCaseContext context, IPasswordHasher<User> hasher, Invitations invitations)
    : Command<JoinByInvitation.Input, JoinByInvitation.Joined>(context)
{
    private const string SignedIn = "您已经登录：请在“接受邀请”页用现在的账号接受；要开设新账号，请先退出登录。";

    public sealed class Input
    {
        [Display(Name = "邀请码"), Required, StringLength(InvitationCode.TypedLimit), DataType(DataType.Password)]
        public string? Code { get; set; }

        /// <summary>Needed where the code claims a firm: it was made for nobody in particular.</summary>
        [Display(Name = "您的姓名"), StringLength(40, MinimumLength = 2)]
        public string? DisplayName { get; set; }

        [Display(Name = "用户名"), Required, StringLength(User.NameLimit, MinimumLength = 2), RegularExpression(User.NamePattern, ErrorMessage = User.NameProblem)]
        public string? UserName { get; set; }

        [Display(Name = "密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }
    }

    public sealed record Joined(Guid UserId);

    public override Access Access => Access.Open("邀请码就是凭据；有了账号才能登录");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    protected override string? LockName(Input input) => Invitations.LockOf(input.Code);

    protected override Outcome<Joined> OnDuplicate() => Outcome<Joined>.Invalid("userName", "这个用户名已被使用，请换一个。");

    protected override async Task<Outcome<Joined>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.IsSignedIn) return Outcome<Joined>.Refused(SignedIn);
        if (PasswordRules.Problem(input.Password!, input.UserName!) is { } problem) return Outcome<Joined>.Invalid("password", problem);

        // Hashed before the code is looked at: a wrong code takes as long as a right one.
        var hash = hasher.HashPassword(null!, input.Password!);
        if (await invitations.FindAsync(input.Code, cancellation) is not { } invitation) return Outcome<Joined>.Refused(Invitations.Unknown);
        if (await invitations.ProblemAsync(invitation, cancellation) is { } gone) return Outcome<Joined>.Refused(gone);

        if (invitation.PersonId is { } personId)
        {
            var person = await Db.Users.FirstOrDefaultAsync(u => u.Id == personId, cancellation);
            if (person is null or { PasswordHash: not null } or { Disabled: true }) return Outcome<Joined>.Refused(Invitations.Unknown);
            person.Open(input.UserName!, hash);
            invitations.SpendForPerson(invitation);
            return Outcome<Joined>.Done(new(person.Id));
        }

        var name = invitation.DisplayName.Length > 0 ? invitation.DisplayName : input.DisplayName?.Trim();
        if (string.IsNullOrEmpty(name)) return Outcome<Joined>.Invalid("displayName", "请填写您的姓名，办件和账本上显示。");
        var user = User.Create(input.UserName!, name);
        user.SetPassword(hash);
        Db.Add(user);
        invitations.Spend(invitation, user.Id, newAccount: true);
        return Outcome<Joined>.Done(new(user.Id));
    }
}

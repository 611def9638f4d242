using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// What an invitation is for, told to whoever has its code. Only the page asks: an address of the interface would carry the code,
/// and addresses are logged.
/// </summary>
public sealed class ReadInvitation(UseCaseContext context, Invitations invitations, PostChoice posts) : Show<ReadInvitation.Input, ReadInvitation.View>(context)
{
    public sealed class Input
    {
        [Display(Name = "邀请码"), Required, StringLength(InvitationCode.TypedLimit)]
        public string? Code { get; set; }
    }

    /// <param name="Post">in words, with district and firm</param>
    /// <param name="Problem">why it cannot be accepted now; null when it can</param>
    public sealed record View(string DisplayName, string Post, string InvitedBy, DateTime ExpiresAt, string? Problem);

    public override Access Access => Access.Open("被邀请的人还没有账号；没有邀请码什么也看不到");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(input.Code, cancellation) is not { } invitation) return null;
        var inviter = await Db.Users.AsNoTracking().Where(u => u.Id == invitation.InvitedBy).Select(u => u.DisplayName).FirstAsync(cancellation);
        return new(invitation.DisplayName, await posts.WordsAsync(invitation.Post, cancellation), inviter, invitation.ExpiresAt, await invitations.ProblemAsync(invitation, cancellation));
    }
}

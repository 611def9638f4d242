using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The notice of one fact about somebody's account.</summary>
public sealed class TellOfAccount(UseCaseContext context, NoticeWriter notices) : Command<TellOfAccount.Input, long>(context)
{
    public sealed class Input
    {
        public Guid UserId { get; set; }

        /// <summary>The fact's number in the ledger.</summary>
        public long Seq { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<long>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var entry = await Db.Set<LedgerEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Seq == input.Seq, cancellation);
        if (entry is null || FactCatalogue.Read(entry.Kind, entry.Json) is not { } fact) return Outcome<long>.NotFound();
        var (title, text, href) = fact is InvitationAccepted accepted ? await WordsAsync(accepted, cancellation) : Words(fact);
        if (title.Length > 0) await notices.TellAsync(new(input.UserId, NoticeKind.General, title, text, href, null, $"account:{input.Seq}"), cancellation);
        return Outcome<long>.Done(input.Seq);
    }

    private static (string Title, string Text, string Href) Words(Fact fact) => fact switch
    {
        MandateGiven f => ($"您被授予职务：{f.Role.Title()}", "相应的权限已经生效，可以在菜单里看到新的内容。", "/me"),
        MandateEnded f => ($"您的职务已结束：{f.Role.Title()}", "相应的权限已经失效；如有疑问，请联系系统管理员。", "/me"),
        SecondFactorAdded => ("您的账号启用了验证器", "以后用密码登录还要输入验证码。" + NotMe, "/me/security"),
        SecondFactorRemoved { ByAdministrator: true } => ("系统管理员取消了您的验证器", "现在只凭密码就能登录，请尽快重新启用。" + NotMe, "/me/security"),
        SecondFactorRemoved => ("您的账号停用了验证器", "现在只凭密码就能登录。" + NotMe, "/me/security"),
        RecoveryCodeUsed f => ("有人用恢复码登录了您的账号", $"还剩 {f.Left} 个恢复码。" + NotMe, "/me/security"),
        PasskeyAdded => ("您的账号添加了通行密钥", "以后可以用它登录，不需要密码。" + NotMe, "/me/security"),
        PasskeyRemoved => ("您的账号移除了通行密钥", "不能再用它登录。" + NotMe, "/me/security"),
        _ => ("", "", ""),
    };

    private async Task<(string Title, string Text, string Href)> WordsAsync(InvitationAccepted fact, CancellationToken cancellation)
    {
        var name = await Db.Users.AsNoTracking().Where(u => u.Id == fact.UserId).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellation);
        return ($"{name}接受了您的邀请", (fact.NewAccount ? "账号已开设，职务已生效。" : "用原有的账号接受，职务已生效。") + "如果不是您邀请的人，请马上停用这个账号。", $"/accounts/{fact.UserId}");
    }

    private const string NotMe = "如果不是您本人操作，请马上修改密码，并告诉系统管理员。";
}

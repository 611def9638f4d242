using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Early each morning, sessions of long ago.</summary>
internal sealed class SessionDay : ScheduledJob
{
    public override string Name => "accounts.forget-sessions";

    public override string Title => "清理早已结束的登录";

    public override string Cron => "0 40 3 * * ?";

    public override Type UseCase => typeof(ForgetSessions);

    public override object InputOf(DateTime due) => new ForgetSessions.Input();
}

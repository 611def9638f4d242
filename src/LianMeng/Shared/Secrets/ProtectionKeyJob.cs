using LianMeng.Shared.Jobs;

namespace LianMeng.Shared.Secrets;

internal sealed class ProtectionKeyJob : ScheduledJob
{
    public override string Name => "protection-key";
    public override string Title => "提前生成会话密钥";
    public override string Cron => "0 20 3 * * ?";
    public override Type UseCase => typeof(MakeProtectionKey);
    public override object InputOf(DateTime due) => new MakeProtectionKey.Input();
}

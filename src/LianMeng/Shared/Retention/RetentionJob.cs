using LianMeng.Shared.Jobs;

namespace LianMeng.Shared.Retention;

internal sealed class RetentionJob : ScheduledJob
{
    public override string Name => "retention";
    public override string Title => "按保存期限清理";
    public override string Cron => "0 40 3 * * ?";
    public override Type UseCase => typeof(ApplyRetention);
    public override object InputOf(DateTime due) => new ApplyRetention.Input { At = due };
}

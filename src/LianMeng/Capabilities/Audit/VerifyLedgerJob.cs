using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Audit;

internal sealed class VerifyLedgerJob : ScheduledJob
{
    public override string Name => "verify-ledger";
    public override string Title => "核对审计账本";
    public override string Cron => "0 10 4 * * ?";
    public override Type UseCase => typeof(VerifyLedger);
    public override object InputOf(DateTime due) => new VerifyLedger.Input();
}

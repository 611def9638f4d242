using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Files;

/// <summary>Every night: files that nobody names go, rows without a file are reported.</summary>
public sealed class FilesDay : ScheduledJob
{
    public override string Name => "sweep-files";

    public override string Title => "清理无主文件，核对附件";

    public override string Cron => "0 30 3 * * ?";

    public override Type UseCase => typeof(SweepFiles);

    public override object InputOf(DateTime due) => new SweepFiles.Input();
}

using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Every morning before work: inquiries that nobody answered end, and whose last day passed is told.</summary>
public sealed class InquiryDay : ScheduledJob
{
    public override string Name => "expire-inquiries";

    public override string Title => "询价到期和比价提醒";

    public override string Cron => "0 35 6 * * ?";

    public override Type UseCase => typeof(ExpireInquiries);

    public override object InputOf(DateTime due) => new ExpireInquiries.Input();
}

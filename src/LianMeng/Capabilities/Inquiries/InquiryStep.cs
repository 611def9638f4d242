namespace LianMeng.Capabilities.Inquiries;

/// <summary>What was done with an inquiry. Kept in the ledger: a value never changes its meaning.</summary>
public enum InquiryStep
{
    Sent = 1,
    Extended = 2,
    Answered = 3,
    Declined = 4,
    Expired = 5,
    Closed = 6,
    FirmLeft = 7,
}

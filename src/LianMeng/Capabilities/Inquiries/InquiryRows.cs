namespace LianMeng.Capabilities.Inquiries;

/// <summary>Which inquiries a list and the work of the day mean by the same words.</summary>
internal static class InquiryRows
{
    /// <summary><see cref="Inquiry.IsOpen"/> as a query: neither closed nor expired.</summary>
    public static IQueryable<Inquiry> Open(this IQueryable<Inquiry> inquiries)
        => inquiries.Where(i => i.State == InquiryState.Sent || i.State == InquiryState.Answered || i.State == InquiryState.Declined);

    /// <summary>One of these firms can still answer and has not.</summary>
    public static IQueryable<Inquiry> Waiting(this IQueryable<Inquiry> inquiries, List<Guid> firms, DateOnly today)
        => inquiries.Where(i => firms.Contains(i.SellerId) && i.State == InquiryState.Sent && i.AnswerBy >= today);

    /// <summary>Answered, past the last day and not ended: to be compared.</summary>
    public static IQueryable<Inquiry> Due(this IQueryable<Inquiry> inquiries, List<Guid> firms, DateOnly today)
        => inquiries.Where(i => firms.Contains(i.BuyerId) && i.State == InquiryState.Answered && i.AnswerBy < today);
}

using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Tells the people of a side, within the running save, what the other did: once a day for each kind of news. Never a price: a notice may leave the platform by mail.</summary>
public sealed class InquiryNotices(FirmNotices notices, FirmDirectory firms, TimeProvider clock)
{
    /// <param name="say">title and text, given the name of the other firm</param>
    public async Task TellAsync(Inquiry inquiry, InquirySide told, InquiryStep step, Func<string, (string Title, string Text)> say, CancellationToken cancellation)
    {
        var (firm, other) = told == InquirySide.Seller ? (inquiry.SellerId, inquiry.BuyerId) : (inquiry.BuyerId, inquiry.SellerId);
        var (title, text) = say((await firms.FindAsync(other, cancellation))?.Name ?? "对方企业");
        var key = $"inquiry:{inquiry.Id:N}:{step}:{ChinaTime.Today(clock.GetUtcNow().UtcDateTime):yyyyMMdd}";
        await notices.TellAsync([firm], InquiriesCapability.Use, person => new(person, NoticeKind.General, title, text, $"/inquiries/{inquiry.Id}", inquiry.Id, key), cancellation);
    }

    /// <summary>The last day of a bill's inquiries passed: told once.</summary>
    public Task TellDueAsync(Guid firm, Guid bill, string name, DateOnly answerBy, int answered, CancellationToken cancellation)
        => notices.TellAsync([firm], InquiriesCapability.Use, person => new(person, NoticeKind.General, $"报价已截止：{name}", answered > 0 ? $"{answered} 家报了价，可以打开比价表了。" : "没有企业报价；可以换几家再询。", $"/bills/{bill}/offers", bill, $"bill:{bill:N}:due:{answerBy:yyyyMMdd}"), cancellation);

    /// <summary>ADC12 铝合金锭 等 3 种.</summary>
    public static string WhatOf(Inquiry inquiry) => WhatOf(inquiry.Lines.Count == 0 ? "" : inquiry.Lines[0].Product, inquiry.Lines.Count);

    public static string WhatOf(string product, int lines) => lines > 1 ? $"{product} 等 {lines} 种" : product;
}

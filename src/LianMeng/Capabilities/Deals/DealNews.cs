using LianMeng.Capabilities.Notices.Public;

namespace LianMeng.Capabilities.Deals;

/// <summary>Tells the people of a firm, within the running save, what the other side did. Never an amount: a notice may leave the platform by mail.</summary>
public sealed class DealNews(FirmNotices notices)
{
    public Task TellAsync(Deal deal, DealSpeaker speaker, string title, string text, CancellationToken cancellation)
    {
        List<Guid> firms = speaker.OnBehalf ? [deal.SellerId, deal.BuyerId] : [deal.FirmOf(Deal.Other(speaker.Side))];
        return TellAsync(firms, title, text, $"/deals/{deal.Id}", deal.Id, $"deal:{deal.Id:N}:{deal.Turn}", cancellation);
    }

    public Task TellAsync(IReadOnlyCollection<Guid> firms, string title, string text, string href, Guid subject, string key, CancellationToken cancellation)
        => notices.TellAsync(firms, DealsCapability.Confirm, person => new(person, NoticeKind.General, title, text, href, subject, key), cancellation);
}

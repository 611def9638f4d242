using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Tells the other firm's people what one side said of a link, without a figure. What waits for an answer stands in their work beside it.</summary>
public sealed class SupplyLinkNews(Actor actor, FirmNotices notices, TimeProvider clock)
{
    internal async Task TellAsync(SupplyLink link, SupplySide said, SupplyStep step, CancellationToken cancellation)
    {
        // what the program itself enters is nobody's message
        if (actor.Trusted) return;
        var firm = SupplyLink.Other(said) == SupplySide.Seller ? link.SellerId : link.BuyerId;
        var ticks = clock.GetUtcNow().UtcTicks;
        await notices.TellAsync([firm], SupplyLinksCapability.Declare, person => new(person, NoticeKind.General, $"{ListExport.Words(said)}{ListExport.Words(step)}了供货关系", link.Product, $"/supply-links/{link.Id}", link.Id, $"supply-link:{link.Id}:{ticks}"), cancellation);
    }
}

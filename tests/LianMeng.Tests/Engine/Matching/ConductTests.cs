using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>An agreement of the past raises that counterpart for that asker, says so, and never beyond the whole.</summary>
public sealed class ConductTests
{
    [Fact]
    public void An_agreement_raises_a_counterpart_and_says_so()
    {
        using var index = new MatchIndex(Firms.Graph);
        var scope = Guid.CreateVersion7();
        Offer[] offers = [.. Enumerable.Range(0, 4).Select(i => new Offer(Guid.CreateVersion7(), $"第{i}家", scope, "500151", ["铝合金锭 ADC12"], [], [], []))];
        foreach (var offer in offers) index.Upsert(offer);
        var request = new MatchRequest("求购 ADC12 铝合金锭", MatchKind.Demand, 10, new HashSet<Guid> { scope }) { Region = "500151" };
        var plain = index.Search(request).Items;
        var last = plain[^1].OfferId;
        var raised = index.Search(request with { Raised = new Dictionary<Guid, string> { [last] = "此前谈成过合作" } }).Items;
        Assert.Equal((last, 4), (raised[0].OfferId, raised.Count));
        Assert.Contains(raised[0].Parts, part => part is { Kind: ReasonKind.Conduct, Text: "此前谈成过合作", Weight: > 0 });
        Assert.True(raised[0].Score > plain[^1].Score && raised[0].Score <= 100);
        Assert.Equal(plain.Where(i => i.OfferId != last).Select(i => i.Score), raised.Skip(1).Select(i => i.Score));
    }
}

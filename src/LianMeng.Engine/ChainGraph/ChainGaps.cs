namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// What the district lacks and what it is strong in. A gap is a product judged 断 or 弱 that somebody buys; where local capacity suffices and firms still buy outside, that is a local substitution and not a gap.
/// </summary>
public static class ChainGaps
{
    /// <param name="facts">products, links and firms</param>
    /// <param name="health">of every product, as <see cref="ChainHealth.Judge(ChainFacts, HealthRule)"/> gives it</param>
    /// <param name="rule">how far to look</param>
    /// <exception cref="ArgumentException">the health of other products, bounds out of range</exception>
    public static GapReport Find(ChainFacts facts, IReadOnlyList<NodeHealth> health, GapRule rule)
    {
        if (rule.Problem is { } problem) throw new ArgumentException(problem, nameof(rule));
        if (health.Count != facts.Products.Count) throw new ArgumentException("健康度与产品数不一致。", nameof(health));
        var places = Enumerable.Range(0, health.Count).Where(place => health[place].Health is Health.Broken or Health.Weak && facts.Buyers[place].Any(line => line.Quantity is not 0)).ToList();
        var dependents = Centrality.Dependents(facts, health, places, rule.CentralitySteps);
        var made = health.Count(node => node.Makers > 0);
        var gaps = new List<Gap>(places.Count);
        for (var i = 0; i < places.Count; i++) gaps.Add(GapAt(facts, health[places[i]], places[i], dependents[i], made));
        var derived = new DerivedDemand(facts, health);
        derived.Follow(places, gaps, rule.DerivedSteps);
        return new(gaps, derived.Gaps(), derived.Unknown, Strengths(health), ToAsk(health));
    }

    private static Gap GapAt(ChainFacts facts, NodeHealth node, int place, int dependents, int made)
    {
        var product = facts.Products[place];
        var open = facts.Buyers[place].Any(line => line.Quantity is null || (line.Quantity > 0 && line.Origin == PurchaseOrigin.Unknown));
        var outside = facts.Buyers[place].Where(line => line is { Origin: PurchaseOrigin.Outside, Quantity: > 0 }).ToList();
        var priced = outside.Where(line => (line.Price ?? product.ReferencePrice) is not null).ToList();
        decimal? leaving = priced.Count == 0 && outside.Count > 0 ? null : priced.Sum(line => line.Quantity!.Value * (line.Price ?? product.ReferencePrice)!.Value);
        var isComplete = !open && node.Declared == node.Expected;
        return new(node,
            new(outside.Sum(line => line.Quantity!.Value), Buyers(outside), product.Unit, isComplete),
            new(leaving, Buyers(priced.FindAll(line => (line.Price ?? product.ReferencePrice) > 0)), "元", isComplete && priced.Count == outside.Count),
            new(Math.Max(0, node.Demand.Figure!.Value - node.Capacity), node.Demand.Buyers, product.Unit, node.Demand.IsComplete),
            dependents, made - (node.Makers > 0 ? 1 : 0));
    }

    private static BuyerSet Buyers(List<BuyerLine> lines) => BuyerSet.Of(lines.Select(line => line.Firm));

    private static IReadOnlyList<Strength> Strengths(IReadOnlyList<NodeHealth> health) =>
    [
        .. health.Where(node => node.Health == Health.Strong).Select(node => new Strength(node, node.Spare, node.Spare * node.Product.ReferencePrice))
            .OrderBy(row => row.SpareValue is null).ThenByDescending(row => row.SpareValue).ThenBy(row => row.Node.Product.Name, StringComparer.Ordinal).ThenBy(row => row.Node.Product.Key, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<NodeHealth> ToAsk(IReadOnlyList<NodeHealth> health) =>
    [
        .. health.Where(node => node.Health == Health.Unknown && node.Ask.Count > 0)
            .OrderByDescending(node => node.Ask.Count).ThenBy(node => node.Product.Name, StringComparer.Ordinal).ThenBy(node => node.Product.Key, StringComparer.Ordinal),
    ];
}

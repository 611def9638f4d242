namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// 断, 弱, 稳, 强 or 未知 for every product, from quantities. Evidence first: where fewer than the least share of the firms asked have declared, the answer is 未知 and nothing else is said.
/// A firm counts as having declared when it said so or is on the node with a line, and no line of it lacks its quantity.
/// </summary>
public static class ChainHealth
{
    /// <summary>One a product, in the order of <see cref="ChainFacts.Products"/>.</summary>
    /// <exception cref="ArgumentException">bounds out of range</exception>
    public static IReadOnlyList<NodeHealth> Judge(ChainFacts facts, HealthRule rule)
    {
        if (rule.Problem is { } problem) throw new ArgumentException(problem, nameof(rule));
        var judged = new NodeHealth[facts.Products.Count];
        for (var place = 0; place < judged.Length; place++) judged[place] = Judge(facts, place, rule);
        return judged;
    }

    private static NodeHealth Judge(ChainFacts facts, int place, HealthRule rule)
    {
        var (product, makers, buyers) = (facts.Products[place], facts.Makers[place], facts.Buyers[place]);
        var declared = Declarers(facts, place);
        var ask = declared.Where(pair => !pair.Value).Select(pair => pair.Key).Order().ToList();
        var spoke = declared.Count - ask.Count;
        decimal? evidence = declared.Count == 0 ? null : (decimal)spoke / declared.Count;
        var sellers = makers.Where(line => line.CapacityForSale is not 0).Select(line => line.Firm).Distinct().Count();
        var capacity = makers.Sum(line => line.CapacityForSale ?? 0);
        var demand = buyers.Sum(line => line.Quantity ?? 0);
        var spares = makers.Where(line => line.Spare is not null).ToList();

        var health = evidence is null || evidence < rule.LeastEvidence ? Health.Unknown
            : demand > 0 && sellers == 0 ? Health.Broken
            : sellers == 1 || capacity < demand ? Health.Weak
            : sellers >= rule.StrongMakers && capacity >= rule.StrongCover * demand ? Health.Strong
            : Health.Sound;
        var guarded = new GuardedAmount(demand, BuyerSet.Of(buyers.Where(line => line.Quantity > 0).Select(line => line.Firm)), product.Unit, ask.Count == 0);
        return new(product, health, guarded, capacity, sellers, spares.Count == 0 ? null : spares.Sum(line => line.Spare!.Value), declared.Count, spoke, evidence, health == Health.Unknown ? ask : [], rule);
    }

    private static Dictionary<Guid, bool> Declarers(ChainFacts facts, int place)
    {
        var declared = new Dictionary<Guid, bool>();
        foreach (var firm in facts.Expected[place]) declared[firm.Firm] = firm.HasDeclared || declared.GetValueOrDefault(firm.Firm);
        foreach (var line in facts.Makers[place]) declared[line.Firm] = true;
        foreach (var line in facts.Buyers[place]) declared[line.Firm] = true;
        // whoever left a quantity open has not answered the question
        foreach (var line in facts.Makers[place]) if (line.CapacityForSale is null) declared[line.Firm] = false;
        foreach (var line in facts.Buyers[place]) if (line.Quantity is null) declared[line.Firm] = false;
        return declared;
    }
}

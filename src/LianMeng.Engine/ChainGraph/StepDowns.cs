namespace LianMeng.Engine.ChainGraph;

/// <summary>Products a firm could step down to: the next stages of what it makes, with unmet local demand.</summary>
public static class StepDowns
{
    /// <summary>In the order of the products; a list for people is sorted by <see cref="Ranked"/>.</summary>
    /// <param name="facts">products, links and firms</param>
    /// <param name="health">of every product, as <see cref="ChainHealth.Judge(ChainFacts, HealthRule)"/> gives it</param>
    /// <param name="firm">the firm</param>
    /// <exception cref="ArgumentException">the health of other products</exception>
    public static IReadOnlyList<StepDown> For(ChainFacts facts, IReadOnlyList<NodeHealth> health, Guid firm)
    {
        if (health.Count != facts.Products.Count) throw new ArgumentException("健康度与产品数不一致。", nameof(health));
        HashSet<int> made = [.. Enumerable.Range(0, health.Count).Where(place => facts.Makers[place].Any(line => line.Firm == firm))];
        var next = made.SelectMany(place => facts.Outputs[place].Select(output => output.Product)).Distinct().Order();
        return [.. next.Where(place => !made.Contains(place) && health[place].Health != Health.Unknown && health[place].Demand.Figure > health[place].Capacity).Select(place => Row(facts, health, made, place))];
    }

    /// <summary>For one viewer: most ¥ first, unknown last, ties by name.</summary>
    public static IReadOnlyList<StepDown> Ranked(IEnumerable<StepDown> rows, Viewer viewer) =>
    [
        .. rows.Select(row => (Row: row, Key: row.Value.For(viewer).OrderKey)).OrderBy(row => row.Key is null).ThenByDescending(row => row.Key)
            .ThenBy(row => row.Row.Node.Product.Name, StringComparer.Ordinal).ThenBy(row => row.Row.Node.Product.Key, StringComparer.Ordinal).Select(row => row.Row),
    ];

    private static StepDown Row(ChainFacts facts, IReadOnlyList<NodeHealth> health, HashSet<int> made, int place)
    {
        var (node, buyers) = (health[place], health[place].Demand.Buyers);
        var unmet = node.Demand.Figure!.Value - node.Capacity;
        var from = facts.Inputs[place].Where(input => made.Contains(input.Product)).OrderBy(input => input.Product).ToList();
        return new(node, [.. from.Select(input => facts.Products[input.Product].Key)], new(unmet, buyers, node.Product.Unit, node.Demand.IsComplete),
            [.. from.Select(input => new GuardedAmount(unmet * input.Coefficient, buyers, facts.Products[input.Product].Unit, node.Demand.IsComplete))],
            new(unmet * node.Product.ReferencePrice, buyers, "元", node.Demand.IsComplete),
            [.. facts.Inputs[place].Select(input => input.Product).Order().Where(input => !made.Contains(input) && health[input].Health == Health.Broken).Select(input => facts.Products[input].Key)]);
    }
}

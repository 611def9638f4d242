namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Follows the shortfalls of the first gaps up the chain, step by step: needed = coefficient × what would have to be made; declared spare capacity is used first (once, by whichever step comes first),
/// and only what it does not cover is needed of the next inputs. Ends after the given steps, so cycles only add their first rounds: the figures are lower bounds.
/// An unknown coefficient, a node of unknown health or makers that declared no spare capacity end the way there, and say so.
/// </summary>
internal sealed class DerivedDemand(ChainFacts facts, IReadOnlyList<NodeHealth> health)
{
    private readonly SortedDictionary<int, Reached> reached = [];
    private readonly HashSet<(int Input, int Output)> unknown = [];

    public IReadOnlyList<UnknownCoefficient> Unknown =>
        [.. unknown.Order().Select(pair => new UnknownCoefficient(facts.Products[pair.Input], facts.Products[pair.Output]))];

    public void Follow(List<int> places, List<Gap> gaps, int steps)
    {
        var wave = new SortedDictionary<int, (decimal Quantity, BuyerSet Buyers)>();
        for (var i = 0; i < places.Count; i++)
            if (gaps[i].Shortfall.Figure is > 0 and var missing) wave[places[i]] = (missing, gaps[i].Shortfall.Buyers);
        for (var step = 1; step <= steps && wave.Count > 0; step++) wave = Uncovered(Needs(wave), step);
    }

    public IReadOnlyList<DerivedGap> Gaps()
    {
        var gaps = new List<DerivedGap>();
        foreach (var (place, at) in reached)
        {
            // what spare capacity covers wholly is no gap
            if (at is { IsKnown: true, Missing: 0 }) continue;
            var product = facts.Products[place];
            decimal? missing = at.IsKnown ? at.Missing : null;
            gaps.Add(new(product, at.Steps, new(at.Needed, at.Buyers, product.Unit, isComplete: false), new(missing, at.Buyers, product.Unit, isComplete: false),
                new(missing * product.ReferencePrice, at.Buyers, "元", isComplete: false), [.. at.For.Select(output => facts.Products[output].Key)]));
        }

        return gaps;
    }

    private SortedDictionary<int, (decimal Quantity, BuyerSet Buyers, List<int> For)> Needs(SortedDictionary<int, (decimal Quantity, BuyerSet Buyers)> wave)
    {
        var needs = new SortedDictionary<int, (decimal Quantity, BuyerSet Buyers, List<int> For)>();
        foreach (var (output, (quantity, buyers)) in wave)
            foreach (var (input, coefficient) in facts.Inputs[output])
            {
                if (coefficient is null) unknown.Add((input, output));
                if (coefficient is not > 0) continue;
                var soFar = needs.TryGetValue(input, out var known) ? known : (0, BuyerSet.None, []);
                soFar.For.Add(output);
                needs[input] = (Bounded(soFar.Quantity + Bounded(quantity, coefficient.Value)), soFar.Buyers.With(buyers), soFar.For);
            }

        return needs;
    }

    private SortedDictionary<int, (decimal Quantity, BuyerSet Buyers)> Uncovered(SortedDictionary<int, (decimal Quantity, BuyerSet Buyers, List<int> For)> needs, int step)
    {
        var wave = new SortedDictionary<int, (decimal, BuyerSet)>();
        foreach (var (place, (quantity, buyers, outputs)) in needs)
        {
            if (!reached.TryGetValue(place, out var at)) reached[place] = at = new(step, Spare(place));
            at.Needed = Bounded(at.Needed + quantity);
            at.Buyers = at.Buyers.With(buyers);
            foreach (var output in outputs) at.For.Add(output);
            if (!at.IsKnown) continue;
            var covered = Math.Min(at.SpareLeft!.Value, quantity);
            at.SpareLeft -= covered;
            at.Missing = Bounded(at.Missing + quantity - covered);
            if (quantity > covered) wave[place] = (quantity - covered, buyers);
        }

        return wave;
    }

    /// <summary>Declared spare capacity; 0 where nobody makes it; null where it cannot be known.</summary>
    private decimal? Spare(int place) => health[place].Health == Health.Unknown ? null : health[place].Makers == 0 ? 0 : health[place].Spare;

    private static decimal Bounded(decimal quantity, decimal coefficient) =>
        coefficient > 1 && quantity > Most / coefficient ? Most : quantity * coefficient;

    private static decimal Bounded(decimal quantity) => Math.Min(quantity, Most);

    // absurd coefficients must not overflow; nothing on earth is made in such amounts
    private const decimal Most = 1_000_000_000_000_000_000m;

    private sealed class Reached(int steps, decimal? spare)
    {
        public int Steps { get; } = steps;
        public decimal? SpareLeft { get; set; } = spare;
        public bool IsKnown { get; } = spare is not null;
        public decimal Needed { get; set; }
        public decimal Missing { get; set; }
        public BuyerSet Buyers { get; set; } = BuyerSet.None;
        public SortedSet<int> For { get; } = [];
    }
}

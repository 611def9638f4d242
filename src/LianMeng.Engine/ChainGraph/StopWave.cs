using System.Runtime.InteropServices;

namespace LianMeng.Engine.ChainGraph;

/// <summary>The wave behind <see cref="WhatIf"/>: (firm, product it sells) by tiers, each reduced once.</summary>
internal sealed class StopWave
{
    private readonly FirmNetwork network;
    private readonly int stopped;
    private readonly HashSet<(int Input, int Output)>? needs;
    private readonly Dictionary<(int Firm, int Product), (decimal Share, bool IsKnown)> reduced = [];
    private readonly Dictionary<(int Firm, int Product), Missing> missing = [];
    private readonly Dictionary<int, List<int>> missingOf = [];
    private readonly Hit?[] hits;
    private readonly List<TierImpact> tiers = [];
    private List<(int Firm, int Product)> wave = [];

    public StopWave(FirmNetwork network, int stopped, IEnumerable<ProductLink>? inputs)
    {
        (this.network, this.stopped, hits) = (network, stopped, new Hit?[network.Firms.Count]);
        if (inputs is null) return;
        needs = [];
        foreach (var link in inputs)
            if (link.Meaning == LinkMeaning.InputOf && network.PlaceOfProduct(link.From) is { } input && network.PlaceOfProduct(link.To) is { } output) needs.Add((input, output));
    }

    public IReadOnlyList<TierImpact> Tiers => tiers;

    public void Start(int product, decimal share)
    {
        if (share <= 0) return;
        reduced[(stopped, product)] = (share, true);
        wave.Add((stopped, product));
    }

    public void Run()
    {
        for (var tier = 1; wave.Count > 0; tier++)
        {
            var buyers = Fail(tier);
            var next = new List<(int, int)>();
            foreach (var firm in buyers) Reduce(firm, next);
            wave = next;
        }
    }

    public IReadOnlyList<FirmImpact> Firms() =>
    [
        .. hits.Select((hit, firm) => (Hit: hit, Firm: network.Firms[firm])).Where(at => at.Hit is not null).OrderBy(at => at.Hit!.Tier)
            .Select(at => new FirmImpact(at.Firm, at.Hit!.Tier, new(at.Hit.Lost, BuyerSet.Of(at.Firm), "元", at.Hit.IsComplete), new(at.Hit.Stopped * 100, BuyerSet.Of(at.Firm), "%", at.Hit.IsStoppedKnown))),
    ];

    /// <summary>The sales of this wave fail; returns their buyers in order.</summary>
    private List<int> Fail(int tier)
    {
        var (buyers, inFigure, links, newFirms, lost, isComplete) = (new List<int>(), new HashSet<int>(), 0, 0, (decimal?)null, true);
        foreach (var (seller, product) in wave)
        {
            var (share, isKnown) = reduced[(seller, product)];
            foreach (var i in network.Sales[seller])
            {
                if (network.Goods[i] != product || network.Buyers[i] == stopped) continue;
                var (link, buyer) = (network.Links[i], network.Buyers[i]);
                if (hits[buyer] is not { } hit)
                {
                    hits[buyer] = hit = new(tier);
                    newFirms++;
                }

                var value = link.Value * share;
                (hit.Lost, hit.IsComplete) = (Sum(hit.Lost, value), hit.IsComplete && isKnown && value is not null);
                (lost, isComplete, links) = (Sum(lost, value), isComplete && isKnown && value is not null, links + 1);
                if (hit.LastTier != tier) buyers.Add(buyer);
                hit.LastTier = tier;
                if (value > 0) inFigure.Add(buyer);
                Miss(buyer, product, link.Quantity, share, isKnown);
            }
        }

        if (links > 0) tiers.Add(new(tier, newFirms, links, new(lost, BuyerSet.Of(inFigure.Select(buyer => network.Firms[buyer])), "元", isComplete)));
        buyers.Sort();
        return buyers;
    }

    private void Miss(int buyer, int product, decimal? quantity, decimal share, bool isKnown)
    {
        if (!missing.TryGetValue((buyer, product), out var at))
        {
            missing[(buyer, product)] = at = new();
            (CollectionsMarshal.GetValueRefOrAddDefault(missingOf, buyer, out _) ??= []).Add(product);
            foreach (var i in network.Purchases[buyer])
                if (network.Goods[i] == product) at.Bought(network.Links[i].Quantity);
        }

        at.Fails(quantity, share, isKnown);
    }

    private void Reduce(int firm, List<(int, int)> next)
    {
        foreach (var i in network.Sales[firm])
        {
            var product = network.Goods[i];
            if (reduced.ContainsKey((firm, product))) continue;
            var (share, isKnown, isNeeded) = (0m, true, false);
            foreach (var input in missingOf[firm])
            {
                if (needs is not null && !needs.Contains((input, product))) continue;
                var (part, partKnown) = missing[(firm, input)].Share();
                (share, isKnown, isNeeded) = (Math.Max(share, part), isKnown && partKnown, true);
            }

            // nothing can fail more than wholly, whatever else is unknown
            isKnown |= share == 1;
            if (!isNeeded || (share == 0 && isKnown)) continue;
            reduced[(firm, product)] = (share, isKnown);
            next.Add((firm, product));
            var hit = hits[firm]!;
            (hit.Stopped, hit.IsStoppedKnown) = (Math.Max(hit.Stopped, share), hit.IsStoppedKnown && isKnown);
        }
    }

    private static decimal? Sum(decimal? a, decimal? b) => a is null ? b : b is null ? a : a + b;

    private sealed class Hit(int tier)
    {
        public int Tier { get; } = tier;

        /// <summary>In which its purchases failed last.</summary>
        public int LastTier { get; set; }
        public decimal? Lost { get; set; }
        public bool IsComplete { get; set; } = true;
        public decimal Stopped { get; set; }
        public bool IsStoppedKnown { get; set; } = true;
    }

    /// <summary>How much of one input a firm misses. With every quantity known the share is exact; else it lies between the smallest and the largest share of its purchases.</summary>
    private sealed class Missing
    {
        private int links, failing;
        private decimal bought, lost, least = 1, most;
        private bool isMeasured = true, isKnown = true;

        public void Bought(decimal? quantity)
        {
            links++;
            bought += quantity ?? 0;
            isMeasured &= quantity is not null;
        }

        public void Fails(decimal? quantity, decimal share, bool shareIsKnown)
        {
            failing++;
            lost += (quantity ?? 0) * share;
            (least, most) = (Math.Min(least, share), Math.Max(most, share));
            isKnown &= shareIsKnown;
        }

        public (decimal Share, bool IsKnown) Share()
        {
            if (isMeasured && bought > 0) return (Math.Min(1, lost / bought), isKnown);
            if (failing < links) return (0, false);
            return (least, isKnown && least == most);
        }
    }
}

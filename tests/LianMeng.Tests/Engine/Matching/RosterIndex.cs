using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>The matcher over the demonstration rosters and the real aluminium chain, as people meet it.</summary>
static class RosterIndex
{
    static readonly Guid Scope = new("22222222-0000-0000-0000-000000000001");

    static readonly Dictionary<Guid, Offer> Offers = Read().ToDictionary(offer => offer.Id);

    static readonly MatchIndex Index = Build();

    public static MatchResult Ask(string text, int take = 10) => Index.Search(new(text, MatchKind.Demand, take, new HashSet<Guid> { Scope }));

    public static Offer Offer(MatchItem item) => Offers[item.OfferId];

    static MatchIndex Build()
    {
        var index = new MatchIndex(new ChainBackbones().Graph);
        foreach (var offer in Offers.Values) index.Upsert(offer);
        return index;
    }

    static IEnumerable<Offer> Read()
    {
        var number = 0;
        foreach (var roster in new[] { "jiulongpo.csv", "tongliang.csv" })
        {
            using var reader = new StreamReader(typeof(ChainBackbones).Assembly.GetManifestResourceStream(roster)!);
            foreach (var row in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(',')))
                yield return new(new Guid(++number, 0, 0, new byte[8]), row[1], Scope, row[2], Lines(row[8]), Lines(row[10]), Lines(row[9]), Lines(row[11]));
        }
    }

    static string[] Lines(string cell) => cell.Split(['；', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

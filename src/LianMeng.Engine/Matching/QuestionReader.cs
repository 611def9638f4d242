using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>Reads a question, helped by the lines its asker may see and by the names of the graph.</summary>
sealed class QuestionReader(ProductGraph graph, DemandReader reader)
{
    // readings by synonyms of all that is asked for
    const int MostReadings = 12;

    static readonly string[] Services = ["运输", "检测", "检验", "仓储", "租赁", "维修"];

    readonly Spelling spelling = new(graph, reader);

    /// <summary>What differs in a character from what was asked.</summary>
    public NearNames Near(Asking asking, Sight sight) =>
        new(asking, sight, (first, second) => spelling.IsInName(first, second) || sight.IsWritten(TextTokens.Bigram(first, second)), name => graph.Find(name) is not null);

    public Demand Read(MatchRequest request, Sight sight)
    {
        // only what the asker may see may steer how the question is read
        var demand = reader.Read(request.Text, request.Kind, sight.IsLine);
        var readings = request.Synonyms is { } synonyms ? demand.Wanted.Select(phrase => synonyms.Readings(phrase, reader)).ToList() : [];
        IEnumerable<Phrase> asked = [.. demand.Wanted.Select((phrase, at) => at < readings.Count && readings[at].Count > 0 ? phrase : Plain(phrase))];
        // what was said stands first: the other words only answer for it
        return demand with { Wanted = [.. asked, .. readings.SelectMany(others => others).Take(MostReadings)] };

        Phrase Plain(Phrase phrase) => sight.IsLine(phrase.Name) || sight.IsLine(phrase.Text) ? phrase : Mended(ServiceLast(WithMetal(phrase)), sight);
    }

    Phrase Mended(Phrase phrase, Sight sight) => NamedProduct.Of(phrase, graph) is [{ Certainty: > 0.9f }, ..] ? phrase : spelling.Mend(phrase, sight.IsMentioned) ?? phrase;

    // "6061圆棒": the grade says that it is aluminium
    Phrase WithMetal(Phrase phrase)
    {
        if (phrase.Metals != 0 || phrase.Name.Length is 0 or > 2 || phrase.Core.Any(unit => unit.IsWord)) return phrase;
        foreach (var grade in phrase.Grades)
            if (graph.Find(grade.Text.Split('-')[0]) is { } alloy && Materials.First(alloy.Name) is { } metal)
                return new Phrase([new(metal.ToString(), 1), .. phrase.Units], phrase.Rank);
        return phrase;
    }

    // "运输铝锭" is 铝锭运输
    Phrase ServiceLast(Phrase phrase)
    {
        if (Array.Find(Services, service => phrase.Name.StartsWith(service, StringComparison.Ordinal)) is not { } verb || graph.Find(phrase.Name[verb.Length..]) is null or { Kind: ProductKind.Equipment }) return phrase;
        var units = phrase.Units.Where(unit => unit.Factor >= 0.3f).ToArray();
        return units.Length > verb.Length ? new Phrase([.. units[verb.Length..], .. units[..verb.Length]], phrase.Rank) : phrase;
    }
}

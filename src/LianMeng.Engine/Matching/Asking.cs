using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>
/// One request under way: judges lines and offers against what is asked, the same way for a search and for "why not".
/// </summary>
sealed class Asking(MatchRequest request, Demand demand, ProductGraph graph, Likeness likeness, Func<string, string?> regionName)
{
    // The parts' greatest weights; together 100.
    const double Main = 70, Breadth = 5, Chain = 4, Grade = 6, Region = 8, Qualification = 7;

    const float SameProduct = 0.92f, NarrowerKind = 0.72f, WiderKind = 0.55f, Consumer = 0.45f, Substitute = 0.42f, Yields = 0.4f, Neighbour = 0.3f;

    readonly IReadOnlyList<NamedProduct>[] products = [.. demand.Wanted.Select(phrase => NamedProduct.Of(phrase, graph))];
    readonly Dictionary<(int Phrase, string Line), float> likenesses = [];

    public IReadOnlyList<Phrase> Wanted => demand.Wanted;

    public IReadOnlyList<NamedProduct> ProductsOf(int phrase) => products[phrase];

    /// <summary>The roles whose lines can answer.</summary>
    public OfferRole Roles => request.Kind == MatchKind.Demand ? OfferRole.Makes | OfferRole.ByProducts : OfferRole.Buys | OfferRole.Makes;

    public bool Sees(Offer offer) => request.Scopes.Contains(offer.Scope) && request.Excluded?.Contains(offer.Id) != true;

    public bool IsSeen(OfferLine line, OfferRole roles)
    {
        foreach (var holder in line.Holders.Values)
            if ((holder.Roles & roles) != OfferRole.None && Sees(holder.Offer)) return true;
        return false;
    }

    /// <summary>The best evidence a line gives for a phrase in one role.</summary>
    /// <param name="written">The line as the reason quotes it.</param>
    public Evidence Evidence(int phrase, OfferLine line, OfferRole role, string written)
    {
        var best = default(Evidence);
        var asSeller = request.Kind == MatchKind.Supply;
        // who makes something answers a supply only by needing it for what he makes
        if (!asSeller || role == OfferRole.Buys)
        {
            var (label, kind, trust) = role switch
            {
                OfferRole.ByProducts => ("副产品", ReasonKind.ByProduct, 0.95f),
                OfferRole.Buys => ("采购产品", ReasonKind.Product, 1f),
                _ => ("主营产品", ReasonKind.Product, 1f),
            };
            best = new(Like(phrase, line) * trust, kind, $"{label}含“{written}”");
        }
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                var certainty = wanted.Certainty * named.Certainty;
                if (wanted.Product.Key == named.Product.Key)
                {
                    if (!(asSeller && role == OfferRole.Makes)) best = Better(best, new(SameProduct * certainty, ReasonKind.Alias, SayAlias(wanted, written)));
                }
            }
        foreach (var near in Links(phrase, line, role, written)) best = Better(best, near);
        return best;
    }

    /// <summary>What the chain says of a line: one piece of evidence a link between a product wanted and one the line names.</summary>
    IEnumerable<Evidence> Links(int phrase, OfferLine line, OfferRole role, string written)
    {
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                if (wanted.Product.Key == named.Product.Key) continue;
                foreach (var link in graph.Of(wanted.Product.Key))
                {
                    if (link.From != named.Product.Key && link.To != named.Product.Key) continue;
                    var nearness = Nearness(link, wanted.Product.Key, request.Kind == MatchKind.Supply, role);
                    if (nearness > 0) yield return new(nearness * wanted.Certainty * named.Certainty, ReasonKind.Graph, SayLink(link, named, written), link);
                }
            }
    }

    /// <summary>All parts of an offer's score; empty when it has no line in a fitting role.</summary>
    public (List<MatchPart> Parts, Evidence Best) Judge(Offer offer, List<OwnLine> lines)
    {
        var best = new Evidence[Wanted.Count];
        var graded = new float[Wanted.Count];
        var gradeText = new string?[Wanted.Count];
        foreach (var (line, role, written) in lines.Where(entry => (entry.Role & Roles) != OfferRole.None))
            for (var phrase = 0; phrase < best.Length; phrase++)
            {
                var evidence = Evidence(phrase, line, role, written);
                var before = best[phrase];
                best[phrase] = Better(before, evidence);
                var grade = role == OfferRole.Makes && request.Kind == MatchKind.Supply ? 0 : GradeShare(Wanted[phrase], line);
                if (grade > graded[phrase]) (graded[phrase], gradeText[phrase]) = (grade, written);
            }
        var main = 0;
        for (var phrase = 1; phrase < best.Length; phrase++)
            if (Level(phrase) != Level(main) ? Level(phrase) > Level(main) : Ranked(phrase) > Ranked(main)) main = phrase;
        var parts = new List<MatchPart>();
        if (best.Length == 0 || best[main].Strength <= 0) return (parts, default);
        parts.Add(new(best[main].Kind, Points(Main * Ranked(main)), best[main].Text));

        var also = default(Evidence);
        foreach (var (line, role, written) in lines.Where(entry => (entry.Role & Roles) != OfferRole.None))
            foreach (var near in Links(main, line, role, written))
                if (near.Link != best[main].Link) also = Better(also, near);
        if (also.Strength > 0) parts.Add(new(ReasonKind.Graph, Points(Chain * also.Strength), also.Text));

        var others = Enumerable.Range(0, best.Length).Where(phrase => phrase != main && Wanted[phrase].Rank >= 1).ToArray();
        var met = others.Where(phrase => best[phrase].IsDirect).ToArray();
        if (met.Length > 0) parts.Add(new(ReasonKind.Breadth, Points(Breadth * met.Length / others.Length), $"还符合“{string.Join("”、“", met.Select(phrase => Wanted[phrase].Text))}”"));
        if (graded[main] > 0) parts.Add(new(ReasonKind.Grade, Points(Grade * graded[main]), $"牌号、型号“{string.Join("、", Wanted[main].Grades.Select(unit => unit.Text.ToUpperInvariant()))}”与“{gradeText[main]}”相符"));
        AddRegion(parts, offer);
        AddQualifications(parts, offer);
        return (parts, best[main]);

        // what qualifies goes before what is only near, so that a listed offer's main part is the reason it is listed for
        int Level(int phrase) => best[phrase].IsDirect ? 2 : best[phrase].Qualifies(request.Neighbours) ? 1 : 0;
        float Ranked(int phrase) => best[phrase].Strength * Wanted[phrase].Rank;
    }

    static double Points(double weight) => Math.Round(weight, 1, MidpointRounding.AwayFromZero);

    // Equal strength: words before names before the chain, then the sentence, so that the order of lines does not matter.
    static Evidence Better(Evidence a, Evidence b)
    {
        if (a.Strength != b.Strength) return a.Strength > b.Strength ? a : b;
        if (a.Kind != b.Kind) return a.Kind < b.Kind ? a : b;
        return string.CompareOrdinal(a.Text, b.Text) <= 0 ? a : b;
    }

    float Like(int phrase, OfferLine line)
    {
        if ((line.Mask & Wanted[phrase].Mask) == 0) return 0;
        if (likenesses.TryGetValue((phrase, line.Text), out var known)) return known;
        var best = 0f;
        foreach (var part in line.Phrases) best = Math.Max(best, likeness.Of(Wanted[phrase], part));
        return likenesses[(phrase, line.Text)] = best;
    }

    static float GradeShare(Phrase wanted, OfferLine line) =>
        wanted.Grades.Length == 0 || line.Phrases.Count == 0 ? 0 : line.Phrases.Max(part => Likeness.GradeShare(wanted, part));

    static float Nearness(ProductLink link, string wanted, bool asSeller, OfferRole role)
    {
        var outward = link.From == wanted;
        // a seller of X is answered by the maker of Y when X goes into Y, and by nobody else for what he makes
        if (asSeller && role == OfferRole.Makes) return link.Meaning == LinkMeaning.InputOf && outward ? Consumer : 0;
        return link.Meaning switch
        {
            LinkMeaning.KindOf => outward == asSeller ? NarrowerKind : WiderKind,
            LinkMeaning.SubstituteOf => Substitute,
            LinkMeaning.ByProductOf => outward && !asSeller ? Yields : 0,
            _ => asSeller ? 0 : Neighbour,
        };
    }

    static string SayAlias(NamedProduct wanted, string written)
    {
        var name = wanted.Product.Name;
        if (wanted.Words == name) return $"“{written}”即“{name}”";
        return written == name || written == wanted.Words ? $"“{wanted.Words}”即“{name}”" : $"“{wanted.Words}”与“{written}”都是“{name}”";
    }

    string SayLink(ProductLink link, NamedProduct named, string written) =>
        written == named.Product.Name ? graph.Say(link) : $"{graph.Say(link)}（“{written}”）";

    void AddRegion(List<MatchPart> parts, Offer offer)
    {
        if (request.Region is not { Length: 6 } here || offer.Region is not { Length: 6 } there) return;
        if (here == there) parts.Add(new(ReasonKind.Region, Region, $"同在{regionName(here) ?? "一个区县"}"));
        else
        {
            // the four municipalities are one city each, although their districts and counties carry different middle digits
            var wholeCity = here[..2] is "11" or "12" or "31" or "50" ? 2 : 4;
            if (here[..wholeCity] == there[..wholeCity]) parts.Add(new(ReasonKind.Region, Region / 2, $"同在{regionName(here[..wholeCity].PadRight(6, '0')) ?? "一个市"}"));
            else if (here[..2] == there[..2]) parts.Add(new(ReasonKind.Region, Region / 4, $"同在{regionName(here[..2] + "0000") ?? "一个省"}"));
        }
    }

    void AddQualifications(List<MatchPart> parts, Offer offer)
    {
        var text = Solid(demand.Normalised);
        var held = offer.Qualifications.Where(held => held.Trim().Length > 1 && text.Contains(Solid(Text.ShortText.Normalise(held)), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();
        if (held.Length > 0) parts.Add(new(ReasonKind.Qualification, Qualification, $"具备“{string.Join("”、“", held)}”"));

        static string Solid(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("企业", "", StringComparison.Ordinal);
    }
}

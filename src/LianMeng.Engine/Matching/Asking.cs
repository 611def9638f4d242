using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>
/// One request under way: judges lines and offers against what is asked, the same way for a search and for "why not".
/// </summary>
sealed class Asking(MatchRequest request, Demand demand, ProductGraph graph, Likeness likeness, DemandReader reader, Func<string, string?> regionName)
{
    // The parts' greatest weights; together 100.
    const double Main = 70, Breadth = 5, Chain = 4, Grade = 6, Region = 8, Qualification = 7;

    const float SameProduct = 0.92f, NarrowerKind = 0.72f, WiderKind = 0.55f, Consumer = 0.45f, Substitute = 0.42f, Yields = 0.4f, Neighbour = 0.3f, ProperName = 0.9f, OfMaterial = 0.28f, OfMaterialAndMore = 0.24f;

    readonly Phrase[] phrases = [.. demand.Wanted, .. demand.Conditions];
    readonly IReadOnlyList<NamedProduct>[] products = [.. demand.Wanted.Concat(demand.Conditions).Select(phrase => NamedProduct.Of(phrase, graph))];
    readonly Takers takers = new(graph, likeness);
    readonly Dictionary<(int Phrase, OfferLine Line), float> likenesses = [];
    readonly Phrase?[] proper = new Phrase?[demand.Wanted.Count + demand.Conditions.Count];
    readonly (string Words, string Name)[] properSaid = new (string, string)[demand.Wanted.Count + demand.Conditions.Count];
    readonly bool[] properKnown = new bool[demand.Wanted.Count + demand.Conditions.Count];

    public IReadOnlyList<Phrase> Wanted => demand.Wanted;

    public IReadOnlyList<NamedProduct> ProductsOf(int phrase) => products[phrase];

    /// <summary>The roles whose lines can answer.</summary>
    public OfferRole Roles => demand.Wanted.Any(phrase => phrase.IsGiven) ? OfferRole.Makes : request.Kind == MatchKind.Demand ? OfferRole.Makes | OfferRole.ByProducts : OfferRole.Buys | OfferRole.Makes;

    /// <summary>The keys of products whose lines may answer a phrase.</summary>
    public IEnumerable<string> Keys(int phrase) => phrases[phrase].IsGiven
        ? takers.Keys(products[phrase])
        : products[phrase].SelectMany(named => graph.Of(named.Product.Key).Select(link => link.From == named.Product.Key ? link.To : link.From).Prepend(named.Product.Key));

    /// <summary>What the text index is asked for a phrase.</summary>
    public IEnumerable<string> Queries(int phrase)
    {
        var wanted = phrases[phrase];
        yield return $"{(wanted.Name.Length > 0 ? wanted.Name : wanted.Text)} {string.Join(' ', wanted.Grades.Select(unit => unit.Text))}";
        if (ProperOf(phrase) is { } name) yield return name.Name;
        if (wanted.IsGiven) yield return "废旧再生资源回收";
    }

    public bool Sees(Offer offer) => request.Scopes.Contains(offer.Scope) && request.Excluded?.Contains(offer.Id) != true;

    public bool IsSeen(OfferLine line, OfferRole roles)
    {
        foreach (var holder in line.Holders.Values)
            if ((holder.Roles & roles) != OfferRole.None && Sees(holder.Offer)) return true;
        return false;
    }

    /// <summary>The best evidence a line gives for a phrase in one role.</summary>
    /// <param name="written">The line as the reason quotes it; null when no reason is needed, which is half the time.</param>
    public Evidence Evidence(int phrase, OfferLine line, OfferRole role, string? written)
    {
        var wanted = phrases[phrase];
        var found = wanted.IsGiven ? role != OfferRole.Makes ? default : takers.Of(wanted, products[phrase], line, written ?? line.Text) : Answers(phrase, line, role, written);
        return wanted.Heard is null || written is null || found.Strength <= 0 ? found : found with { Text = $"按“{wanted.Name}”理解“{wanted.Heard}”：{found.Text}" };
    }

    /// <summary>The product a phrase names by another name, as a phrase; null when it is not named, or by its proper name.</summary>
    public Phrase? ProperOf(int phrase)
    {
        if (!properKnown[phrase])
        {
            properKnown[phrase] = true;
            if (OtherName(phrase) is var (words, name, rest))
            {
                properSaid[phrase] = (words, name);
                proper[phrase] = reader.ReadLine(Text.ShortText.Normalise(name + rest)).FirstOrDefault();
            }
        }
        return proper[phrase];
    }

    // The whole phrase is another name (铝水 → 铝液), or it begins with one (太阳能边框型材 → 光伏边框型材).
    (string Words, string Name, string Behind)? OtherName(int phrase)
    {
        var wanted = phrases[phrase];
        if (wanted.IsGiven) return null;
        if (products[phrase] is [{ Certainty: 1 } named, ..]) return IsOther(named.Words, named.Product) ? (named.Words, named.Product.Name, "") : null;
        return graph.Mentions(wanted.Name) is [{ Start: 0, Length: > 2 } first, ..] && first.Length < wanted.Name.Length && IsOther(first.Words, first.Product)
            ? (first.Words, first.Product.Name, wanted.Name[first.Length..]) : null;

        static bool IsOther(string words, Product product) => words != product.Name && !words.AsSpan().ContainsAnyInRange('0', '9');
    }

    Evidence Answers(int phrase, OfferLine line, OfferRole role, string? written)
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
            var like = Like(phrase, line);
            if (phrases[phrase].IsMaterial && products[phrase].Count == 0)
                // whoever says only the material is shown what there is of it, and told so
                return like == 1 ? new(trust, kind, $"{label}含“{written}”")
                    : line.Phrases.FirstOrDefault(part => Materials.IsProductOf(part, phrases[phrase].Metals)) is { } thing ? new((thing.Name.Length <= 4 ? OfMaterial : OfMaterialAndMore) * trust, ReasonKind.Graph, $"只说了材料“{phrases[phrase].Name}”，{label}“{written}”属于这种材料") : default;
            if (like > 0) best = new(like * trust, kind, written is null ? "" : $"{label}含“{written}”");
            if (ProperOf(phrase) is { } name && like < ProperName && LikeProper(phrase, name, line) * trust is var other && other > best.Strength)
                best = new(other, ReasonKind.Alias, $"“{properSaid[phrase].Words}”即“{properSaid[phrase].Name}”，{label}含“{written}”");
        }
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                if (wanted.Product.Key == named.Product.Key)
                {
                    // 摩托车缸盖: a 摩托车缸头 is nearer than a 发动机缸盖
                    var certainty = CertaintyWith(phrases[phrase].Name, wanted, named, line);
                    if (!(asSeller && role == OfferRole.Makes)) best = Better(best, new(SameProduct * certainty, ReasonKind.Alias, written is null ? "" : SayAlias(wanted, written)));
                }
            }
        foreach (var near in Links(phrase, line, role, written)) best = Better(best, near);
        return best;
    }

    /// <summary>What the chain says of a line: one piece of evidence a link between a product wanted and one the line names.</summary>
    IEnumerable<Evidence> Links(int phrase, OfferLine line, OfferRole role, string? written)
    {
        if (phrases[phrase].IsGiven) yield break;
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                if (wanted.Product.Key == named.Product.Key) continue;
                foreach (var link in graph.Of(wanted.Product.Key))
                {
                    if (link.From != named.Product.Key && link.To != named.Product.Key) continue;
                    var nearness = Nearness(link, wanted.Product.Key, request.Kind == MatchKind.Supply, role);
                    if (nearness > 0) yield return new(nearness * wanted.Certainty * named.Certainty, ReasonKind.Graph, written is null ? "" : SayLink(link, named, written), link);
                }
            }
    }

    /// <summary>All parts of an offer's score; empty when it has no line in a fitting role.</summary>
    public (List<MatchPart> Parts, Evidence Best) Judge(Offer offer, List<OwnLine> lines)
    {
        var best = new Evidence[phrases.Length];
        var graded = new float[phrases.Length];
        var gradeText = new string?[phrases.Length];
        foreach (var (line, role, written) in lines.Where(entry => (entry.Role & Roles) != OfferRole.None))
            for (var phrase = 0; phrase < best.Length; phrase++)
            {
                var evidence = Evidence(phrase, line, role, written);
                var before = best[phrase];
                best[phrase] = Better(before, evidence);
                var grade = role == OfferRole.Makes && request.Kind == MatchKind.Supply ? 0 : GradeShare(phrases[phrase], line);
                if (grade > graded[phrase]) (graded[phrase], gradeText[phrase]) = (grade, written);
            }
        var main = 0;
        for (var phrase = 1; phrase < Wanted.Count; phrase++)
            if (Level(phrase) != Level(main) ? Level(phrase) > Level(main) : Ranked(phrase) > Ranked(main)) main = phrase;
        var parts = new List<MatchPart>();
        if (Wanted.Count == 0 || best[main].Strength <= 0) return (parts, default);
        parts.Add(new(best[main].Kind, Points(Main * Ranked(main)), best[main].Text));

        var also = default(Evidence);
        foreach (var (line, role, written) in lines.Where(entry => (entry.Role & Roles) != OfferRole.None))
            foreach (var near in Links(main, line, role, written))
                if (near.Link != best[main].Link) also = Better(also, near);
        if (also.Strength > 0) parts.Add(new(ReasonKind.Graph, Points(Chain * also.Strength), also.Text));

        // conditions stand behind what is wanted
        var others = Enumerable.Range(0, best.Length).Where(phrase => phrase != main && phrases[phrase].Rank >= 1).ToArray();
        var met = others.Where(phrase => best[phrase].IsDirect).ToArray();
        if (met.Length > 0) parts.Add(new(ReasonKind.Breadth, Points(Breadth * met.Length / others.Length), $"还符合“{string.Join("”、“", met.Select(phrase => phrases[phrase].Text))}”"));
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
        if ((line.Mask & phrases[phrase].Mask) == 0) return 0;
        if (likenesses.TryGetValue((phrase, line), out var known)) return known;
        var best = 0f;
        foreach (var part in line.Phrases) best = Math.Max(best, likeness.Of(phrases[phrase], part));
        return likenesses[(phrase, line)] = best;
    }

    // both end in the product's name; what stands in front of it makes them more or less the same
    static float CertaintyWith(string name, NamedProduct wanted, NamedProduct named, OfferLine line)
    {
        var (asked, answered) = (wanted.Certainty, named.Certainty);
        var front = name.AsSpan(0, Math.Max(0, name.Length - wanted.Words.Length));
        var shared = 0;
        foreach (var c in front)
            if (line.Text.Contains(c, StringComparison.Ordinal)) shared++;
        if (asked < 1 && front.Length > 0) asked += (1 - asked) * 0.5f * shared / front.Length;
        var at = line.Text.IndexOf(named.Words, StringComparison.OrdinalIgnoreCase);
        if (answered < 1 && at > 0 && line.Text.AsSpan(0, at).IndexOfAnyExcept(name) < 0) answered = 1;
        return asked * answered;
    }

    float LikeProper(int phrase, Phrase name, OfferLine line)
    {
        var key = (~phrase, line);
        if (likenesses.TryGetValue(key, out var known)) return known;
        var best = 0f;
        foreach (var part in line.Phrases) best = Math.Max(best, likeness.Of(name, part));
        return likenesses[key] = ProperName * best;
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

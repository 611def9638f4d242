using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>
/// One request under way: judges lines and offers against what is asked, the same way for a search and for "why not".
/// </summary>
sealed class Asking
{
    // The parts' greatest weights; together 100.
    const double Main = 70, Exact = 3, Breadth = 3, Chain = 4, Listing = 2, Grade = 6, Region = 8, Qualification = 7, Conduct = 5, Whole = 100;

    // What a rejection takes away: less than a direct answer gives, so that it sinks and can still be found.
    const double Rejection = 30;

    const float SameProduct = 0.92f, NarrowerKind = 0.72f, WiderKind = 0.55f, Consumer = 0.45f, Substitute = 0.42f, Yields = 0.4f, Neighbour = 0.3f, ProperName = 0.9f, OfMaterial = 0.28f, OfMaterialAndMore = 0.24f;

    readonly MatchRequest request;
    readonly Demand demand;
    readonly ProductGraph graph;
    readonly DemandReader reader;
    readonly Func<string, string?> regionName;
    readonly Likeness likeness;
    readonly Takers takers;
    readonly Phrase[] phrases;
    readonly NamedProduct[][] products;
    readonly Unit[][] grades;
    readonly string saidSolid;
    readonly Dictionary<(OfferLine Line, OfferRole Role), LineWorth> worths = [];
    readonly Dictionary<OfferLine, (OfferRole Judged, OfferRole Answering)>[] answering;
    readonly LineWorth nothing;
    // working memory of one judgement after another: a request is one thread's
    readonly Evidence[] judging, bestOf;
    readonly float[] judgingGrades, graded, gradeOfBest;
    readonly string[] gradeText;
    readonly OfferRole[] listed;
    readonly string?[] exact;
    readonly string[][] whole;
    readonly HashSet<string> nearKeys;
    readonly ulong signature, nearMask;
    readonly Phrase?[] proper;
    readonly (string Words, string Name)[] properSaid;
    readonly bool[] properKnown;

    public Asking(MatchRequest request, Demand demand, ProductGraph graph, Sight sight, DemandReader reader, Func<string, string?> regionName)
    {
        (this.request, this.demand, this.graph, this.reader, this.regionName) = (request, demand, graph, reader, regionName);
        likeness = new(sight.Rarity);
        takers = new(graph, likeness);
        phrases = [.. demand.Wanted, .. demand.Conditions];
        products = [.. phrases.Select(phrase => NamedProduct.Of(phrase, graph).ToArray())];
        (proper, properSaid, properKnown) = (new Phrase?[phrases.Length], new (string, string)[phrases.Length], new bool[phrases.Length]);
        var details = request.Details is { } further ? Text.ShortText.Normalise(further.Length > DemandReader.LongestText ? further[..DemandReader.LongestText] : further) : "";
        var detailed = details.Length == 0 ? [] : reader.ReadLine(details).SelectMany(phrase => phrase.Units).Where(unit => unit.IsGrade).Distinct().ToArray();
        grades = [.. phrases.Select(phrase => phrase.Grades.Length > 0 ? phrase.Grades : detailed)];
        saidSolid = KnownOffer.Solid($"{demand.Normalised}\n{details}");
        Roles = demand.Wanted.Any(phrase => phrase.IsGiven) ? OfferRole.Makes | OfferRole.Listed
            : request.Kind == MatchKind.Demand ? OfferRole.Makes | OfferRole.ByProducts | OfferRole.Supplies
            : OfferRole.Makes | OfferRole.Seeks | (request.SeesBuys ? OfferRole.Buys : OfferRole.None);

        answering = [.. demand.Wanted.Select(_ => new Dictionary<OfferLine, (OfferRole, OfferRole)>())];
        nothing = new(new Evidence[phrases.Length], new float[phrases.Length], [.. phrases.Select(_ => Array.Empty<Evidence>())]);
        (judging, judgingGrades) = (new Evidence[phrases.Length], new float[phrases.Length]);
        gradeOfBest = new float[phrases.Length];
        (bestOf, graded, gradeText, listed) = (new Evidence[phrases.Length], new float[phrases.Length], new string[phrases.Length], new OfferRole[phrases.Length]);
        exact = new string?[phrases.Length];
        nearKeys = [.. Enumerable.Range(0, phrases.Length).SelectMany(Keys)];
        nearMask = OfferLine.MaskOf(nearKeys);
        signature = Array.Exists(grades, asked => asked.Length > 0) ? Phrase.Grade : 0;
        // 制造业 is read as 业, 以上板 as 板: the line of that name is what was said all the same
        whole = [.. phrases.Select((phrase, at) => at >= demand.Wanted.Count || phrase.Text.Length == 0 || phrase.IsGiven ? [] : demand.Apart
            .Where(name => name.Length > phrase.Text.Length && name.Contains(phrase.Text, StringComparison.OrdinalIgnoreCase)
                && (name == demand.Normalised || phrase.Core.Length == 1 || !(sight.IsLine(phrase.Name) || products[at].Length > 0))).ToArray())];
        foreach (var name in whole.SelectMany(names => names).Distinct(StringComparer.Ordinal))
            foreach (var part in reader.ReadLine(name)) signature |= part.Signature;
        for (var phrase = 0; phrase < phrases.Length; phrase++)
            signature |= phrases[phrase].IsGiven ? ~0UL : phrases[phrase].Signature | (ProperOf(phrase)?.Signature ?? 0);
    }

    static readonly OfferRole[] EveryRole = [OfferRole.Makes, OfferRole.ByProducts, OfferRole.Buys, OfferRole.Supplies, OfferRole.Seeks];

    public IReadOnlyList<Phrase> Wanted => demand.Wanted;

    /// <summary>The whole question in one spelling.</summary>
    public string Normalised => demand.Normalised;

    /// <summary>Whether the question is names and remarks only.</summary>
    public bool IsBare => demand.IsBare;

    /// <summary>Stretches of the question that are lines, letter by letter.</summary>
    public IReadOnlySet<string> Names => demand.Names;

    public IReadOnlyList<NamedProduct> ProductsOf(int phrase) => products[phrase];

    /// <summary>The roles whose lines can answer.</summary>
    public OfferRole Roles { get; }

    /// <summary>The keys of products whose lines may answer a phrase.</summary>
    public IEnumerable<string> Keys(int phrase)
    {
        // takers' keys hold the product's own, by which those who seek it are found
        return phrases[phrase].IsGiven ? takers.Keys(products[phrase])
            : products[phrase].SelectMany(named => graph.Of(named.Product.Key).Select(link => link.From == named.Product.Key ? link.To : link.From).Prepend(named.Product.Key));
    }

    /// <summary>What the text index is asked for a phrase.</summary>
    public IEnumerable<string> Queries(int phrase)
    {
        var wanted = phrases[phrase];
        yield return $"{(wanted.Name.Length > 0 ? wanted.Name : wanted.Text)} {string.Join(' ', wanted.Grades.Select(unit => unit.Text))}";
        if (ProperOf(phrase) is { } name) yield return name.Name;
        if (wanted.IsGiven) yield return "废旧再生资源回收";
    }

    /// <summary>Whether the asker wants an offer left out.</summary>
    public bool Excludes(Offer offer) => request.Excluded is { } excluded && (excluded.Contains(offer.Id) || excluded.Contains(offer.OwnerId));

    /// <summary>Why a person found the offer unfit for this asker; null when nobody did.</summary>
    public string? LoweredFor(Offer offer) => ReasonOf(request.Lowered, offer);

    /// <summary>What this asker and the offer agreed on before; null when nothing.</summary>
    private string? RaisedFor(Offer offer) => ReasonOf(request.Raised, offer);

    // said of the offer itself, or of whose it is
    static string? ReasonOf(IReadOnlyDictionary<Guid, string>? said, Offer offer) =>
        said is not null && (said.TryGetValue(offer.Id, out var reason) || said.TryGetValue(offer.OwnerId, out reason)) ? reason : null;

    /// <summary>What a search by role does not know of a line; null when the role is all.</summary>
    public Func<HeldLine, bool>? Filter => request.Excluded is null ? null : MayAnswer;

    /// <summary>Whether a line answers for anybody who is not left out.</summary>
    public bool MayAnswer(HeldLine line)
    {
        if ((line.Roles & Roles) == OfferRole.None) return false;
        if (request.Excluded is null) return true;
        foreach (var (known, roles) in line.Holders)
            if ((roles & Roles) != OfferRole.None && !Excludes(known.Offer)) return true;
        return false;
    }

    /// <summary>The best evidence a line gives for a phrase in one role.</summary>
    /// <param name="written">The line as the reason quotes it; null when no reason is needed, which is half the time.</param>
    public Evidence Evidence(int phrase, OfferLine line, OfferRole role, string? written)
    {
        var wanted = phrases[phrase];
        var found = wanted.IsGiven && role == OfferRole.Makes ? takers.Of(wanted, products[phrase], line, written ?? line.Text) : Answers(phrase, line, role, written);
        if (wanted.Synonym is var (said, meant) && found.Strength > 0)
            return found with { Kind = found.Kind == ReasonKind.Product ? ReasonKind.Alias : found.Kind, Text = written is null ? "" : $"按同义词“{said}”＝“{meant}”：{found.Text}" };
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

    bool IsSold(int phrase) => request.Kind == MatchKind.Supply || phrases[phrase].IsGiven;

    // a buyer is not answered by who seeks, a seller not by who supplies or has the same left over
    bool Fits(int phrase, OfferRole role) => IsSold(phrase) ? role is OfferRole.Makes or OfferRole.Buys or OfferRole.Seeks : role is OfferRole.Makes or OfferRole.ByProducts or OfferRole.Supplies;

    /// <summary>Whether a line in this role that says what is asked for would answer.</summary>
    public bool MayAnswer(int phrase, OfferRole role) => (role & Roles) != OfferRole.None && Fits(phrase, role) && !(IsSold(phrase) && role == OfferRole.Makes);

    Evidence Answers(int phrase, OfferLine line, OfferRole role, string? written)
    {
        var best = default(Evidence);
        if (!Fits(phrase, role)) return best;
        var asSeller = IsSold(phrase);
        // who makes something answers a supply only by needing it for what he makes
        if (!asSeller || role != OfferRole.Makes)
        {
            var (label, kind, trust) = role switch
            {
                OfferRole.ByProducts => ("副产品", ReasonKind.ByProduct, 0.95f),
                OfferRole.Buys => ("采购产品", ReasonKind.Product, 1f),
                OfferRole.Supplies => ("供应信息", ReasonKind.Product, 1f),
                OfferRole.Seeks => ("求购信息", ReasonKind.Product, 1f),
                _ => ("主营产品", ReasonKind.Product, 1f),
            };
            var like = Like(phrase, line, written is null);
            if (phrases[phrase].IsMaterial && products[phrase].Length == 0)
                // whoever says only the material is shown what there is of it, and told so
                return like == 1 ? new(trust, kind, $"{label}含“{written}”")
                    : line.Phrases.FirstOrDefault(part => Materials.IsProductOf(part, phrases[phrase].Metals)) is { } thing ? new((thing.Name.Length <= 4 ? OfMaterial : OfMaterialAndMore) * trust, ReasonKind.Graph, $"只说了材料“{phrases[phrase].Name}”，{label}“{written}”属于这种材料") : default;
            if (like > 0) best = new(like * trust, kind, written is null ? "" : $"{label}含“{written}”");
            if (ProperOf(phrase) is { } name && like < ProperName && LikeProper(name, line, written is null) * trust is var other && other > best.Strength)
                best = new(other, ReasonKind.Alias, $"“{properSaid[phrase].Words}”即“{properSaid[phrase].Name}”，{label}含“{written}”");
        }
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                if (wanted.Product.Key == named.Product.Key)
                {
                    // 摩托车缸盖: a 摩托车缸头 is nearer than a 发动机缸盖
                    var certainty = CertaintyWith(phrases[phrase].Name, wanted, named, line);
                    if (!(asSeller && role == OfferRole.Makes)) best = Better(best, new(SameProduct * certainty, ReasonKind.Alias, written is null ? "" : SayAlias(wanted, role, written)));
                }
            }
        if (products[phrase].Length > 0 && line.Products.Length > 0)
            foreach (var near in Links(phrase, line, role, written)) best = Better(best, near);
        return best;
    }

    /// <summary>What the chain says of a line: one piece of evidence a link between a product wanted and one the line names.</summary>
    IEnumerable<Evidence> Links(int phrase, OfferLine line, OfferRole role, string? written)
    {
        if (phrases[phrase].IsGiven || !Fits(phrase, role)) yield break;
        foreach (var wanted in products[phrase])
            foreach (var named in line.Products)
            {
                if (wanted.Product.Key == named.Product.Key) continue;
                foreach (var link in graph.Of(wanted.Product.Key))
                {
                    if (link.From != named.Product.Key && link.To != named.Product.Key) continue;
                    var nearness = Nearness(link, wanted.Product.Key, request.Kind == MatchKind.Supply, role);
                    if (nearness > 0) yield return new(nearness * wanted.Certainty * named.Certainty, ReasonKind.Graph, written is null ? "" : SayLink(link, named, role, written), link);
                }
            }
    }

    /// <summary>Weighs an offer: its parts are empty when it has no line in a fitting role.</summary>
    /// <param name="known">The offer.</param>
    /// <param name="told">Whether the parts are wanted with their sentences; the score is the same without, and found sooner.</param>
    public Judgement Judge(KnownOffer known, bool told)
    {
        Array.Clear(bestOf);
        Array.Clear(graded);
        Array.Clear(gradeOfBest);
        Array.Clear(listed);
        Array.Clear(exact);
        foreach (var own in known.Lines)
        {
            if ((own.Role & Roles) == OfferRole.None || !(told || own.MayMeet(signature, nearMask))) continue;
            var (line, role, written) = own;
            var worth = WorthOf(line, role);
            for (var phrase = 0; phrase < bestOf.Length; phrase++)
            {
                var evidence = told ? Evidence(phrase, line, role, written) : worth.Evidence[phrase];
                // of lines that answer equally well the one of the grade asked for is quoted: ADC12 is not answered with A380
                var grade = worth.Grades[phrase];
                if (evidence.Strength == bestOf[phrase].Strength && grade != gradeOfBest[phrase] ? grade > gradeOfBest[phrase] : Better(bestOf[phrase], evidence) == evidence)
                    (bestOf[phrase], gradeOfBest[phrase]) = (evidence, grade);
                if (evidence.IsDirect) listed[phrase] |= role & OfferRole.Listed;
                if (evidence.IsDirect && IsSaidWhole(phrase, line)) exact[phrase] = written;
                if (worth.Grades[phrase] > graded[phrase]) (graded[phrase], gradeText[phrase]) = (worth.Grades[phrase], written);
            }
        }
        var main = 0;
        for (var phrase = 1; phrase < Wanted.Count; phrase++)
            if (Level(phrase) != Level(main) ? Level(phrase) > Level(main) : Ranked(phrase) > Ranked(main)) main = phrase;
        var parts = new Tally(told);
        if (Wanted.Count == 0 || bestOf[main].Strength <= 0) return new(0, [], default);
        parts.Add(bestOf[main].Kind, Main * Ranked(main), bestOf[main].Text);

        var also = default(Evidence);
        foreach (var own in known.Lines)
        {
            if ((own.Role & Roles) == OfferRole.None || !own.MayMeet(0, nearMask)) continue;
            var (line, role, written) = own;
            foreach (var near in told ? Links(main, line, role, written) : LinksOf(WorthOf(line, role), main, line, role))
                if (near.Link != bestOf[main].Link) also = Better(also, near);
        }
        if (also.Strength > 0) parts.Add(ReasonKind.Graph, Chain * also.Strength, also.Text);

        AddBreadth(parts, main);
        if (exact[main] is { } letters) parts.Add(ReasonKind.Product, Exact, told ? $"与所写的“{letters}”一字不差" : "");
        if (graded[main] > 0) parts.Add(ReasonKind.Grade, Grade * graded[main], told ? $"牌号、型号“{string.Join("、", grades[main].Select(unit => unit.Text.ToUpperInvariant()))}”与“{gradeText[main]}”相符" : "");
        if (listed[main] != OfferRole.None) parts.Add(ReasonKind.Listing, Listing, listed[main].HasFlag(OfferRole.Supplies) ? "正在供应" : "正在求购");
        AddAboutOffer(parts, known);
        return new(parts.Total, parts.Parts, bestOf[main]);

        // what qualifies goes before what is only near, so that a listed offer's main part is the reason it is listed for
        int Level(int phrase) => bestOf[phrase].IsDirect ? 2 : bestOf[phrase].Qualifies(request.Neighbours) ? 1 : 0;
        float Ranked(int phrase) => bestOf[phrase].Strength * Wanted[phrase].Rank;
    }

    /// <summary>Weighs an offer that carries only a name like the one asked for.</summary>
    /// <param name="known">The offer.</param>
    /// <param name="strength">How like.</param>
    /// <param name="text">The reason.</param>
    public Judgement JudgeNear(KnownOffer known, float strength, string text)
    {
        var parts = new Tally(isTold: true);
        parts.Add(ReasonKind.Near, Main * strength, text);
        AddAboutOffer(parts, known);
        return new(parts.Total, parts.Parts, new(strength, ReasonKind.Near, text));
    }

    void AddAboutOffer(Tally parts, KnownOffer known)
    {
        AddRegion(parts, known.Offer);
        AddQualifications(parts, known);
        if (RaisedFor(known.Offer) is { } agreed) parts.Add(ReasonKind.Conduct, Math.Min(Conduct, Whole - parts.Total), agreed);
        if (LoweredFor(known.Offer) is { } reason) parts.Add(ReasonKind.Rejected, -Math.Min(Rejection, parts.Total), parts.IsTold ? SayLowered(reason) : "");
    }

    /// <summary>That a person rejected it, as a sentence.</summary>
    public static string SayLowered(string reason) => string.IsNullOrWhiteSpace(reason) ? "此前被标记为不合适" : $"此前被标记为不合适：{reason.Trim()}";

    /// <summary>The roles in which a line answers a phrase, of those it is held in.</summary>
    public OfferRole AnsweringRoles(int phrase, HeldLine held)
    {
        var (judged, found) = answering[phrase].GetValueOrDefault(held.Line);
        var open = held.Roles & Roles & ~judged;
        if (open == OfferRole.None) return found;
        foreach (var role in EveryRole)
            if ((role & open) != OfferRole.None && WorthOf(held.Line, role).Evidence[phrase].Qualifies(request.Neighbours)) found |= role;
        answering[phrase][held.Line] = (judged | open, found);
        return found;
    }

    /// <summary>What a line is worth for every phrase, the same for whoever carries it; what does not qualify is left out.</summary>
    LineWorth WorthOf(OfferLine line, OfferRole role)
    {
        // most lines of a candidate have nothing to do with the question: neither a pair of characters, nor a grade, nor a neighbour in the chain
        var isNear = NamesNear(line);
        if (!isNear && (line.Signature & signature) == 0) return nothing;
        if (worths.TryGetValue((line, role), out var known)) return known;
        var says = isNear;
        for (var phrase = 0; phrase < phrases.Length; phrase++)
        {
            var evidence = Evidence(phrase, line, role, null);
            judging[phrase] = evidence.Qualifies(request.Neighbours) ? evidence : default;
            judgingGrades[phrase] = role != OfferRole.Makes || request.Kind != MatchKind.Supply ? GradeShare(grades[phrase], line) : 0;
            says |= judging[phrase].Strength > 0 || judgingGrades[phrase] > 0;
        }
        return worths[(line, role)] = says ? new(judging.ToArray(), judgingGrades.ToArray(), isNear ? new Evidence[phrases.Length][] : nothing.Links) : nothing;
    }

    // what reading keeps whole is known by its words; 软件及辅助设备 is divided and ③材料 loses a sign
    bool IsSaidWhole(int phrase, OfferLine line) => demand.Names.Contains(line.Text) && (line.Phrases.Length > 1 || !line.Text.Equals(phrases[phrase].Text, StringComparison.OrdinalIgnoreCase));

    bool NamesNear(OfferLine line)
    {
        if ((line.ProductMask & nearMask) == 0) return false;
        foreach (var named in line.Products)
            if (nearKeys.Contains(named.Product.Key)) return true;
        return false;
    }

    Evidence[] LinksOf(LineWorth worth, int phrase, OfferLine line, OfferRole role) => worth.Links[phrase] ??= [.. Links(phrase, line, role, null)];

    void AddBreadth(Tally parts, int main)
    {
        // conditions stand behind what is wanted
        var (others, met) = (0, 0);
        for (var phrase = 0; phrase < bestOf.Length; phrase++)
        {
            if (phrase == main || phrases[phrase].Rank < 1) continue;
            others++;
            if (bestOf[phrase].IsDirect) met++;
        }
        if (met == 0) return;
        var said = parts.IsTold ? $"还符合“{string.Join("”、“", Enumerable.Range(0, bestOf.Length).Where(phrase => phrase != main && phrases[phrase].Rank >= 1 && bestOf[phrase].IsDirect).Select(phrase => phrases[phrase].Text))}”" : "";
        parts.Add(ReasonKind.Breadth, Breadth * met / others, said);
    }

    // What qualifies, then the stronger. Equal strength: words before names before the chain, then the sentence, so that the order of lines does not matter.
    Evidence Better(Evidence a, Evidence b)
    {
        if (a.Qualifies(request.Neighbours) is var one && one != b.Qualifies(request.Neighbours)) return one ? a : b;
        if (a.Strength != b.Strength) return a.Strength > b.Strength ? a : b;
        if (a.Kind != b.Kind) return a.Kind < b.Kind ? a : b;
        return string.CompareOrdinal(a.Text, b.Text) <= 0 ? a : b;
    }

    float Like(int phrase, OfferLine line, bool onlyEnough)
    {
        if (Array.IndexOf(whole[phrase], line.Text) >= 0) return 1;
        if ((line.Mask & phrases[phrase].Mask) == 0) return 0;
        var best = 0f;
        foreach (var part in line.Phrases) best = Math.Max(best, likeness.Of(phrases[phrase], part, onlyEnough));
        return best;
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

    float LikeProper(Phrase name, OfferLine line, bool onlyEnough)
    {
        var best = 0f;
        foreach (var part in line.Phrases) best = Math.Max(best, likeness.Of(name, part, onlyEnough));
        return ProperName * best;
    }

    static float GradeShare(Unit[] grades, OfferLine line)
    {
        var best = 0f;
        if (grades.Length > 0)
            foreach (var part in line.Phrases) best = Math.Max(best, Likeness.GradeShare(grades, part));
        return best;
    }

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

    static string SayAlias(NamedProduct wanted, OfferRole role, string written)
    {
        var name = wanted.Product.Name;
        if ((role & OfferRole.Listed) != OfferRole.None) return wanted.Words == name ? $"{Listed(role, written)}即“{name}”" : $"“{wanted.Words}”即“{name}”，{Listed(role, written)}";
        if (wanted.Words == name) return $"“{written}”即“{name}”";
        return written == name || written == wanted.Words ? $"“{wanted.Words}”即“{name}”" : $"“{wanted.Words}”与“{written}”都是“{name}”";
    }

    string SayLink(ProductLink link, NamedProduct named, OfferRole role, string written) =>
        (role & OfferRole.Listed) != OfferRole.None ? $"{graph.Say(link)}（{Listed(role, written)}）"
        : written == named.Product.Name ? graph.Say(link) : $"{graph.Say(link)}（“{written}”）";

    static string Listed(OfferRole role, string written) => $"{(role == OfferRole.Supplies ? "供应信息" : "求购信息")}“{written}”";

    void AddRegion(Tally parts, Offer offer)
    {
        if (request.Region is not { Length: 6 } here || offer.Region is not { Length: 6 } there) return;
        if (here == there)
        {
            parts.Add(ReasonKind.Region, Region, Together(here, "一个区县"));
            return;
        }
        // the four municipalities are one city each, although their districts and counties carry different middle digits
        var wholeCity = here.AsSpan(0, 2) is "11" or "12" or "31" or "50" ? 2 : 4;
        if (here.AsSpan(0, wholeCity).SequenceEqual(there.AsSpan(0, wholeCity))) parts.Add(ReasonKind.Region, Region / 2, Together(here[..wholeCity].PadRight(6, '0'), "一个市"));
        else if (here.AsSpan(0, 2).SequenceEqual(there.AsSpan(0, 2))) parts.Add(ReasonKind.Region, Region / 4, Together(here[..2] + "0000", "一个省"));

        string Together(string code, string otherwise) => parts.IsTold ? $"同在{regionName(code) ?? otherwise}" : "";
    }

    // what has expired by the day of the question is as if it were not held
    void AddQualifications(Tally parts, KnownOffer known)
    {
        List<string>? held = null;
        foreach (var (written, solid, until) in known.Qualifications)
            if (until >= (request.Today ?? DateOnly.MinValue) && saidSolid.Contains(solid, StringComparison.Ordinal)) (held ??= []).Add(written);
        if (held is not null) parts.Add(ReasonKind.Qualification, Qualification, parts.IsTold ? $"具备“{string.Join("”、“", held)}”" : "");
    }
}

using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Finds who makes (or buys) what a free Chinese text asks for, best first, with reasons, or says honestly what is missing.
/// The text index proposes product lines, the judgement of <see cref="Likeness"/> and the product graph decide.
/// Many threads may search while one changes it; a change is seen by the next search.
/// </summary>
public sealed class MatchIndex : IDisposable
{
    // Lines the text index may propose for one phrase; the judged quality no longer changes well below this.
    const int Proposals = 200;

    static readonly string[] Services = ["运输", "检测", "检验", "仓储", "租赁", "维修"];

    readonly ProductGraph graph;
    readonly Func<string, string?> regionName;
    readonly DemandReader reader;
    readonly Likeness likeness;
    readonly Spelling spelling;
    readonly TextIndex<string> texts = new(StringComparer.Ordinal);
    readonly Dictionary<string, OfferLine> lines = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<OfferLine>> linesOfProduct = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, (Offer Offer, List<OwnLine> Lines)> offers = [];
    readonly ReaderWriterLockSlim gate = new();

    /// <param name="graph">Product graph; absent = no aliases and no neighbours.</param>
    /// <param name="regionName">Name of a 6-digit region code (also of 500000 and the like), for reasons; absent or null answer = a general wording.</param>
    /// <param name="places">Further place names a text may mention without asking for them, as they are written ("西彭镇").</param>
    public MatchIndex(ProductGraph? graph = null, Func<string, string?>? regionName = null, IEnumerable<string>? places = null)
    {
        this.graph = graph ?? ProductGraph.Empty;
        this.regionName = regionName ?? (_ => null);
        reader = new(places ?? []);
        likeness = new(Rarity);
        spelling = new(this.graph, reader);
    }

    /// <summary>Offers now in the index.</summary>
    public int Count
    {
        get
        {
            gate.EnterReadLock();
            try { return offers.Count; }
            finally { gate.ExitReadLock(); }
        }
    }

    /// <summary>Adds an offer or replaces the one with the same id.</summary>
    public void Upsert(Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        gate.EnterWriteLock();
        try
        {
            Drop(offer.Id);
            var own = new List<OwnLine>();
            Hang(offer.Makes, OfferRole.Makes);
            Hang(offer.ByProducts, OfferRole.ByProducts);
            Hang(offer.Buys, OfferRole.Buys);
            foreach (var line in own.GroupBy(entry => entry.Line))
                line.Key.Holders[offer.Id] = (offer, line.Aggregate(OfferRole.None, (roles, entry) => roles | entry.Role));
            offers[offer.Id] = (offer, own);

            void Hang(IReadOnlyList<string> written, OfferRole role)
            {
                foreach (var text in written)
                    if (LineOf(text) is { } line && !own.Exists(entry => entry.Line == line && entry.Role == role)) own.Add(new(line, role, Shown(text)));
            }
        }
        finally { gate.ExitWriteLock(); }
    }

    /// <summary>Takes an offer out at once. False when there was none.</summary>
    public bool Remove(Guid id)
    {
        gate.EnterWriteLock();
        try { return Drop(id); }
        finally { gate.ExitWriteLock(); }
    }

    /// <summary>Answers a request. An unreadable text gives no items and says so; it never throws for what people type.</summary>
    public MatchResult Search(MatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        gate.EnterReadLock();
        try
        {
            var asking = Ask(request);
            var items = new List<(MatchItem Item, Offer Offer)>();
            foreach (var id in Candidates(asking, request))
            {
                var (offer, own) = offers[id];
                var (parts, best) = asking.Judge(offer, own);
                items.Add((new(id, Total(parts), parts, best.IsDirect), offer));
            }
            items.Sort((a, b) => Order(a.Item.Score, b.Item.Score, a.Offer, b.Offer));
            IReadOnlyList<string> missing = items.Exists(entry => entry.Item.IsDirect) ? [] : Missing(asking, request);
            return new([.. items.Take(Math.Max(0, request.Take)).Select(entry => entry.Item)], [.. asking.Wanted.Select(phrase => phrase.Text)], missing);
        }
        finally { gate.ExitReadLock(); }
    }

    /// <summary>Runs the same parts on one named offer ("why not"). Null when the offer is unknown or outside the request's scopes.</summary>
    public MatchExplanation? Explain(Guid offerId, MatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        gate.EnterReadLock();
        try
        {
            if (!offers.TryGetValue(offerId, out var entry) || !request.Scopes.Contains(entry.Offer.Scope)) return null;
            var asking = Ask(request);
            var (parts, best) = asking.Judge(entry.Offer, entry.Lines);
            var excluded = request.Excluded?.Contains(offerId) == true;
            var qualifies = !excluded && best.Qualifies(request.Neighbours);
            return new(qualifies, Total(parts), parts, qualifies ? [] : WhyNot(asking, request, entry.Lines, best, excluded));
        }
        finally { gate.ExitReadLock(); }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    Asking Ask(MatchRequest request)
    {
        var byText = lines.GetAlternateLookup<ReadOnlySpan<char>>();
        // only what the asker may see may steer how the question is read
        var demand = reader.Read(request.Text, request.Kind, IsLine);
        demand = demand with { Wanted = [.. demand.Wanted.Select(phrase => IsLine(phrase.Name) || IsLine(phrase.Text) ? phrase : Mended(ServiceLast(WithMetal(phrase))))] };
        return new(request, demand, graph, likeness, reader, regionName);

        Phrase Mended(Phrase phrase) => NamedProduct.Of(phrase, graph) is [{ Certainty: > 0.9f }, ..] ? phrase : spelling.Mend(phrase, IsMentioned) ?? phrase;

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

        bool IsLine(ReadOnlySpan<char> stretch) => byText.TryGetValue(stretch, out var line) && IsSeen(line);

        bool IsSeen(OfferLine line) => line.Holders.Values.Any(holder => request.Scopes.Contains(holder.Offer.Scope));

        bool IsMentioned(string words) =>
            (words.Length != 2 || texts.DocumentFrequency(TextTokens.Bigram(words[0], words[1])) > 0)
            && texts.Search(words, 1, text => text.Contains(words, StringComparison.Ordinal) && IsSeen(lines[text])).Count > 0;
    }

    static double Total(List<MatchPart> parts) => Math.Round(parts.Sum(part => part.Weight), 1);

    static int Order(double a, double b, Offer first, Offer second)
    {
        if (a != b) return b.CompareTo(a);
        var byName = string.CompareOrdinal(first.Name, second.Name);
        return byName != 0 ? byName : first.Id.CompareTo(second.Id);
    }

    HashSet<Guid> Candidates(Asking asking, MatchRequest request)
    {
        var found = new HashSet<Guid>();
        for (var phrase = 0; phrase < asking.Wanted.Count; phrase++)
        {
            var proposed = new HashSet<OfferLine>();
            foreach (var query in asking.Queries(phrase))
                proposed.UnionWith(texts.Search(query, Proposals, text => asking.IsSeen(lines[text], asking.Roles)).Select(hit => lines[hit.Key]));
            foreach (var key in asking.Keys(phrase)) proposed.UnionWith(linesOfProduct.GetValueOrDefault(key) ?? []);
            foreach (var line in proposed) AddHolders(asking, request, phrase, line, found);
        }
        return found;
    }

    static void AddHolders(Asking asking, MatchRequest request, int phrase, OfferLine line, HashSet<Guid> found)
    {
        var answering = OfferRole.None;
        foreach (var role in Each(asking.Roles))
            if (asking.Evidence(phrase, line, role, null).Qualifies(request.Neighbours)) answering |= role;
        if (answering == OfferRole.None) return;
        foreach (var (id, holder) in line.Holders)
            if ((holder.Roles & answering) != OfferRole.None && asking.Sees(holder.Offer)) found.Add(id);
    }

    static IEnumerable<OfferRole> Each(OfferRole roles)
    {
        if (roles.HasFlag(OfferRole.Makes)) yield return OfferRole.Makes;
        if (roles.HasFlag(OfferRole.ByProducts)) yield return OfferRole.ByProducts;
        if (roles.HasFlag(OfferRole.Buys)) yield return OfferRole.Buys;
    }

    List<string> Missing(Asking asking, MatchRequest request)
    {
        var (does, lists) = request.Kind == MatchKind.Demand ? ("生产", "主营产品和副产品") : ("采购", "采购产品");
        if (asking.Wanted.Count == 0) return ["没有看出要找的是什么产品，请写出产品名称，例如“铝合金锭 ADC12”。"];
        var said = new List<string>();
        for (var phrase = 0; phrase < Math.Min(3, asking.Wanted.Count); phrase++)
        {
            if (asking.Wanted[phrase].Rank < asking.Wanted[0].Rank) continue;
            var words = asking.Wanted[phrase].Text;
            if (asking.Wanted[phrase].IsGiven)
            {
                said.Add($"可见企业的主营产品中没有看出谁收、谁用“{words}”。");
                continue;
            }
            if (asking.Wanted[phrase].IsMaterial)
            {
                said.Add($"只看出材料“{words}”，请写出要的是什么产品，例如某种锭、板、型材或零件。");
                continue;
            }
            if (asking.ProductsOf(phrase).Count > 0)
                said.Add($"图谱中有产品“{asking.ProductsOf(phrase)[0].Product.Name}”，但可见范围内没有企业{does}它。");
            var unknown = UnknownWords(asking, asking.Wanted[phrase]);
            said.Add(unknown.Count > 0
                ? $"可见企业的{lists}中没有提到“{string.Join("”、“", unknown)}”。"
                : $"可见企业的{lists}中有近似的字词，但没有一项符合“{words}”。");
        }
        return said;
    }

    /// <summary>The stretches of a phrase that no visible line contains.</summary>
    List<string> UnknownWords(Asking asking, Phrase wanted)
    {
        var core = wanted.Core.Where(unit => unit.IsContent).ToArray();
        var known = new bool[core.Length];
        for (var i = 0; i < core.Length; i++)
        {
            if (core.Length == 1 || core[i].IsWord) known[i] |= Mentioned(core[i].Text);
            if (i == 0 || core[i].IsWord || core[i - 1].IsWord || !Mentioned(core[i - 1].Text + core[i].Text)) continue;
            known[i] = known[i - 1] = true;
        }
        var unknown = new List<string>();
        for (var i = 0; i < core.Length; i++)
        {
            if (known[i]) continue;
            var start = i;
            while (i + 1 < core.Length && !known[i + 1]) i++;
            unknown.Add(string.Concat(core[start..(i + 1)].Select(unit => unit.Text)));
        }
        // a lone character left between known words says nothing to a reader: name the whole
        return unknown.Exists(words => words.Length == 1) ? [wanted.Name] : unknown;

        bool Mentioned(string words) =>
            texts.Search(words, 1, text => text.Contains(words, StringComparison.Ordinal) && asking.IsSeen(lines[text], asking.Roles)).Count > 0;
    }

    static List<string> WhyNot(Asking asking, MatchRequest request, List<OwnLine> own, Evidence best, bool excluded)
    {
        var kind = request.Kind == MatchKind.Demand ? OfferRole.Makes | OfferRole.ByProducts : OfferRole.Buys;
        var list = request.Kind == MatchKind.Demand ? "主营产品" : "采购产品";
        if (excluded) return ["这次查找不包括它（本企业或已排除）。"];
        if (asking.Wanted.Count == 0) return ["没有看出要找的是什么产品。"];
        if (!own.Exists(entry => (entry.Role & kind) != OfferRole.None)) return [$"没有登记{list}。"];
        if (best.Strength <= 0) return [$"登记的{list}与“{asking.Wanted[0].Text}”没有相同的字词，在产品图谱上也不相邻。"];
        return best.Kind == ReasonKind.Graph
            ? [$"只在产品图谱上相邻：{best.Text}。"]
            : [$"最接近的是：{best.Text}，但与“{asking.Wanted[0].Text}”的相符程度只有 {best.Strength * 100:0}%，不到 {Likeness.Enough * 100:0}%。"];
    }

    OfferLine? LineOf(string written)
    {
        var text = ShortText.Normalise(written);
        if (text.Length > DemandReader.LongestText) text = text[..DemandReader.LongestText];
        if (text.Length == 0) return null;
        if (lines.TryGetValue(text, out var line)) return line;
        var phrases = reader.ReadLine(text);
        phrases = [.. phrases, .. phrases.Select(Processes.PartOfMade).OfType<Phrase>()];
        line = new(text, phrases, [.. phrases.SelectMany(phrase => NamedProduct.Of(phrase, graph)).DistinctBy(named => named.Product.Key)]);
        lines.Add(text, line);
        texts.Upsert(text, text);
        foreach (var named in line.Products)
        {
            if (!linesOfProduct.TryGetValue(named.Product.Key, out var known)) linesOfProduct[named.Product.Key] = known = [];
            known.Add(line);
        }
        return line;
    }

    static string Shown(string written) => written.Trim() is { Length: > 60 } tooLong ? tooLong[..60] + "…" : written.Trim();

    bool Drop(Guid id)
    {
        if (!offers.Remove(id, out var entry)) return false;
        foreach (var line in entry.Lines.Select(pair => pair.Line).Distinct())
        {
            line.Holders.Remove(id);
            if (line.Holders.Count > 0) continue;
            lines.Remove(line.Text);
            texts.Remove(line.Text);
            foreach (var named in line.Products) linesOfProduct[named.Product.Key].Remove(line);
        }
        return true;
    }

    /// <summary>1 for a token no line has, falling to ¼ for one that is everywhere.</summary>
    float Rarity(ulong token)
    {
        var count = texts.Count;
        var frequency = Math.Min(count, texts.DocumentFrequency(token));
        var unseen = MathF.Log(1 + (count + 0.5f) / 0.5f);
        return Math.Max(0.25f, MathF.Log(1 + (count - frequency + 0.5f) / (frequency + 0.5f)) / unseen);
    }
}

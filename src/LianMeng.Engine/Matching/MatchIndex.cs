using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Finds who makes, supplies, buys or seeks what a free Chinese text asks for, best first, with reasons, or says honestly what is missing.
/// The text index proposes lines, the judgement of <see cref="Likeness"/> and the product graph decide.
/// The answer follows from the offers the asker may see and from nothing else: not from the order in which they came, and not from any other offer.
/// Many threads may search while one changes it; a change is seen by the next search.
/// </summary>
public sealed class MatchIndex : IDisposable
{
    // Lines the text index may propose for one phrase; the judged quality no longer changes well below this.
    const int Proposals = 200;

    readonly ProductGraph graph;
    readonly Func<string, string?> regionName;
    readonly DemandReader reader;
    readonly QuestionReader questions;
    readonly TitleReader titles;
    readonly Dictionary<string, OfferLine> lines = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, KnownOffer> offers = [];
    readonly Shelves shelves = new();
    readonly SortedSet<(DateOnly Until, Guid Id)> ends = [];
    readonly ReaderWriterLockSlim gate = new();

    // Offers that ended before this day are off the shelves, so that they neither answer nor count.
    DateOnly day = DateOnly.MinValue;

    /// <param name="graph">Product graph; absent = no aliases and no neighbours.</param>
    /// <param name="regionName">Name of a 6-digit region code (also of 500000 and the like), for reasons; absent or null answer = a general wording.</param>
    /// <param name="places">Further place names a text may mention without asking for them, as they are written ("西彭镇").</param>
    public MatchIndex(ProductGraph? graph = null, Func<string, string?>? regionName = null, IEnumerable<string>? places = null)
    {
        this.graph = graph ?? ProductGraph.Empty;
        this.regionName = regionName ?? (_ => null);
        reader = new(places ?? []);
        questions = new(this.graph, reader);
        titles = new(this.graph, reader);
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

    /// <summary>Different product lines that the offers in the index are made of.</summary>
    public int LineCount
    {
        get
        {
            gate.EnterReadLock();
            try { return lines.Count; }
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
            Read(offer.Makes, OfferRole.Makes);
            Read(offer.ByProducts, OfferRole.ByProducts);
            Read(offer.Buys, OfferRole.Buys);
            Read(offer.Supplies, OfferRole.Supplies);
            Read(offer.Seeks, OfferRole.Seeks);
            foreach (var line in own.Select(entry => entry.Line).Distinct()) line.Uses++;
            var known = offers[offer.Id] = new(offer, [.. own]);
            if (offer.Until is { } until) ends.Add((until, offer.Id));
            if (StandsOn(offer, day)) shelves.Hang(known);

            void Read(IReadOnlyList<string> written, OfferRole role)
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
        return On(request.Today ?? DateOnly.MinValue, () =>
        {
            var (asking, sight) = Ask(request);
            var found = Find(asking, sight);
            // the sentences are made only for what is shown
            var items = found.Best(found.PlacesOf(request.Take)).Select(best => Item(asking, best)).ToList();
            items.AddRange(found.Near(items.Select(item => item.Owner).ToHashSet()).Take(request.Take - items.Count).Select(near => ItemOf(near.Known, near.Judged, false, [])));
            return new MatchResult(items, [.. asking.Wanted.Select(phrase => phrase.Text)], found.HasDirect ? [] : Absence.Missing(asking, sight, request)) { Said = [.. asking.Wanted.Where(phrase => phrase.Synonym is null).Select(phrase => phrase.Text)] };
        });
    }

    /// <summary>Runs the same parts on one named offer ("why not"). Null when the offer is unknown or the asker may not see it.</summary>
    public MatchExplanation? Explain(Guid offerId, MatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return On(request.Today ?? DateOnly.MinValue, () =>
        {
            if (!offers.TryGetValue(offerId, out var known) || !new ShelfKey(known.Offer.Scope, known.Offer.Circle, false).IsSeenBy(request)) return null;
            var (asking, sight) = Ask(request);
            var judged = asking.Judge(known, told: true);
            var stands = StandsOn(known.Offer, request.Today ?? DateOnly.MinValue);
            var qualifies = stands && !asking.Excludes(known.Offer) && judged.Best.Qualifies(request.Neighbours);
            if (!qualifies && stands && Find(asking, sight).Near([]).FirstOrDefault(near => near.Known == known) is { Known: not null } near) return new MatchExplanation(true, near.Judged.Score, near.Judged.Parts, []);
            return new MatchExplanation(qualifies, judged.Score, judged.Parts, Absence.WhyNot(asking, request, known, judged.Best, stands));
        });
    }

    /// <summary>
    /// The product lines the title of a listing stands for: "求购 ADC12 铝合金锭 200吨/月" stands for "ADC12铝合金锭". Empty when it names none.
    /// It follows from the title, the graph and the places alone, never from the offers, so that every node reads the same.
    /// </summary>
    /// <param name="title">As somebody wrote it; what stands behind the first 200 characters is not read.</param>
    /// <param name="kind">Demand = the listing seeks, supply = it supplies.</param>
    public IReadOnlyList<string> LinesOf(string title, MatchKind kind)
    {
        ArgumentNullException.ThrowIfNull(title);
        return titles.Read(title, kind);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    static bool StandsOn(Offer offer, DateOnly day) => offer.Until is not { } until || until >= day;

    /// <summary>Answers on a day. Moving the shelves to it is needed once a day, so that searches share the lock but for that one.</summary>
    T On<T>(DateOnly wanted, Func<T> answer)
    {
        gate.EnterReadLock();
        try
        {
            if (wanted == day || !Ended(wanted).Any()) return answer();
        }
        finally { gate.ExitReadLock(); }
        gate.EnterWriteLock();
        try
        {
            foreach (var (until, id) in Ended(wanted).ToList())
            {
                if (until < wanted) shelves.Unhang(offers[id]);
                else shelves.Hang(offers[id]);
            }
            day = wanted;
            return answer();
        }
        finally { gate.ExitWriteLock(); }
    }

    /// <summary>What ended between the day the shelves stand on and another.</summary>
    IEnumerable<(DateOnly Until, Guid Id)> Ended(DateOnly other)
    {
        var (from, to) = other < day ? (other, day) : (day, other);
        return from == to ? [] : ends.GetViewBetween((from, Guid.Empty), (to.AddDays(-1), Guid.AllBitsSet));
    }

    (Asking, Sight) Ask(MatchRequest request)
    {
        var sight = shelves.SeenBy(request);
        return (new(request, questions.Read(request, sight), graph, sight, reader, regionName), sight);
    }

    static MatchItem Item(Asking asking, (KnownOffer Best, bool IsDirect, IReadOnlyList<Guid> Also) owner)
    {
        return ItemOf(owner.Best, asking.Judge(owner.Best, told: true), owner.IsDirect, owner.Also);
    }

    static MatchItem ItemOf(KnownOffer known, Judgement judged, bool isDirect, IReadOnlyList<Guid> also) =>
        new(known.Offer.Id, judged.Score, judged.Parts, isDirect) { Owner = known.Offer.OwnerId, Also = also };

    Found Find(Asking asking, Sight sight)
    {
        var found = new Found();
        foreach (var known in Candidates(asking, sight)) found.Add(known, asking.Judge(known, told: false));
        foreach (var (known, strength, text) in questions.Near(asking, sight).Find()) found.AddNear(known, asking.JudgeNear(known, strength, text));
        return found;
    }

    static HashSet<KnownOffer> Candidates(Asking asking, Sight sight)
    {
        var found = new HashSet<KnownOffer>();
        for (var phrase = 0; phrase < asking.Wanted.Count; phrase++)
        {
            var (queries, keys) = (asking.Queries(phrase).ToArray(), asking.Keys(phrase).Distinct().ToArray());
            foreach (var (shelf, roles) in sight.Shelves)
            {
                if ((roles & asking.Roles) == OfferRole.None) continue;
                foreach (var query in queries)
                    foreach (var hit in shelf.Texts.Search(query, Proposals, asking.Filter, Shelf.Labels(asking.Roles))) AddHolders(asking, phrase, hit.Key, found);
                foreach (var name in asking.Names)
                    if (shelf.Find(name) is { } whole) AddHolders(asking, phrase, whole, found);
                foreach (var key in keys)
                    foreach (var line in shelf.Naming(key)) AddHolders(asking, phrase, line, found);
            }
        }
        return found;
    }

    static void AddHolders(Asking asking, int phrase, HeldLine line, HashSet<KnownOffer> found)
    {
        var answering = line.Roles & asking.AnsweringRoles(phrase, line);
        if (answering == OfferRole.None) return;
        foreach (var (known, roles) in line.Holders)
            if ((roles & answering) != OfferRole.None && !asking.Excludes(known.Offer)) found.Add(known);
    }

    OfferLine? LineOf(string written)
    {
        var text = ShortText.Normalise(written);
        if (text.Length > DemandReader.LongestText) text = text[..DemandReader.LongestText];
        if (text.Length == 0) return null;
        if (lines.TryGetValue(text, out var line)) return line;
        var read = reader.ReadLine(text);
        Phrase[] phrases = [.. read, .. read.Select(Processes.PartOfMade).OfType<Phrase>()];
        line = new(text, phrases, [.. phrases.SelectMany(phrase => NamedProduct.Of(phrase, graph)).DistinctBy(named => named.Product.Key)]);
        lines.Add(text, line);
        return line;
    }

    static string Shown(string written) => written.Trim() is { Length: > 60 } tooLong ? tooLong[..60] + "…" : written.Trim();

    bool Drop(Guid id)
    {
        if (!offers.Remove(id, out var known)) return false;
        if (StandsOn(known.Offer, day)) shelves.Unhang(known);
        if (known.Offer.Until is { } until) ends.Remove((until, id));
        foreach (var line in known.Lines.Select(own => own.Line).Distinct())
            if (--line.Uses == 0) lines.Remove(line.Text);
        return true;
    }
}

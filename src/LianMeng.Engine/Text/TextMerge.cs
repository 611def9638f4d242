namespace LianMeng.Engine.Text;

/// <summary>
/// Makes one segment of several parts, without what is removed. It may run while the parts are searched and changed: what changes meanwhile
/// is told to <see cref="Installed"/> and done to the new segment before anybody sees it.
/// </summary>
sealed class TextMerge
{
    readonly TextPart[] parts;
    readonly int[][] moved;
    readonly List<(TextPart Part, int Place, ulong? Labels)> later = [];

    public TextMerge(IEnumerable<TextPart> parts)
    {
        this.parts = [.. parts];
        moved = new int[this.parts.Length][];
    }

    public IReadOnlyList<TextPart> Parts => parts;

    /// <summary>A document of the parts was removed (no labels) or labelled anew since the merge began.</summary>
    public void Changed(TextPart part, int place, ulong? labels)
    {
        if (Array.IndexOf(parts, part) >= 0) later.Add((part, place, labels));
    }

    public TextSegment Run()
    {
        for (var part = 0; part < parts.Length; part++) moved[part] = new int[parts[part].Places];
        var order = Order();
        var (numbers, characters, pairs, times) = (new int[order.Length], new ushort[order.Length], new ushort[order.Length], new byte[order.Length]);
        var textStarts = new int[order.Length + 1];
        for (var place = 0; place < order.Length; place++)
        {
            var (part, old) = order[place];
            (numbers[place], characters[place], pairs[place], times[place]) = (parts[part].Numbers[old], parts[part].CharacterLengths[old], parts[part].PairLengths[old], parts[part].MostTimes[old]);
            textStarts[place + 1] = textStarts[place] + parts[part].Text(old).Length;
        }
        var texts = new char[textStarts[^1]];
        for (var place = 0; place < order.Length; place++) parts[order[place].Part].Text(order[place].Place).CopyTo(texts.AsSpan(textStarts[place]));

        var (tokens, starts, postings) = Postings();
        var segment = new TextSegment(tokens, starts, postings, texts, textStarts, (numbers, characters, pairs, times));
        for (var place = 0; place < order.Length; place++)
            if (parts[order[place].Part].LabelsOf(order[place].Place) is > 0 and var labels) segment.SetLabels(place, labels);
        return segment;
    }

    /// <summary>Does to the segment what was done to the parts since.</summary>
    public void Installed(TextSegment segment)
    {
        foreach (var (part, place, labels) in later)
        {
            var now = moved[Array.IndexOf(parts, part)][place];
            if (now < 0 || !segment.IsLive(now)) continue;
            if (labels is { } given) segment.SetLabels(now, given);
            else segment.Remove(now);
        }
        for (var part = 0; part < parts.Length; part++) parts[part].Went = (segment, moved[part]);
    }

    /// <summary>The documents by length; where each part's go is noted.</summary>
    (int Part, int Place)[] Order()
    {
        var keys = new List<ulong>(parts.Sum(part => part.Count));
        var offset = 0U;
        foreach (var part in parts)
        {
            for (var place = 0; place < part.Places; place++)
                if (part.IsLive(place)) keys.Add(Order(part, place) | (offset + (uint)place));
            offset += (uint)part.Places;
        }
        keys.Sort();
        foreach (var places in moved) Array.Fill(places, -1);
        var order = new (int, int)[keys.Count];
        for (var now = 0; now < order.Length; now++)
        {
            var (part, place) = (0, (int)(uint)keys[now]);
            while (place >= moved[part].Length) place -= moved[part++].Length;
            moved[part][place] = now;
            order[now] = (part, place);
        }
        return order;
    }

    static ulong Order(TextPart part, int place) =>
        (part.MostTimes[place] > 1 ? 1UL << 63 : 0) | (ulong)Math.Min((int)part.CharacterLengths[place], 0x7fff) << 48 | (ulong)part.PairLengths[place] << 32;

    (ulong[] Tokens, int[] Starts, uint[] Postings) Postings()
    {
        var all = parts.Select(part => part.Tokens()).ToArray();
        var at = new int[parts.Length];
        var (tokens, starts) = (new List<ulong>(all.Max(own => own.Length)), new List<int> { 0 });
        var postings = new uint[all.Select((own, part) => own.Sum(token => (long)parts[part].PostingsAt(token.Term).Length)).Sum()];
        var filled = 0;
        while (true)
        {
            var token = ulong.MaxValue;
            for (var part = 0; part < parts.Length; part++)
                if (at[part] < all[part].Length) token = Math.Min(token, all[part][at[part]].Token);
            if (token == ulong.MaxValue) break;
            var runs = 0;
            for (var part = 0; part < parts.Length; part++)
            {
                if (at[part] == all[part].Length || all[part][at[part]].Token != token) continue;
                var own = parts[part].PostingsAt(all[part][at[part]++].Term);
                for (var i = own.Start; i < own.End; i++)
                    if (moved[part][TextPostings.PlaceOf(own.List[i])] is >= 0 and var now) postings[filled++] = ((uint)now << 8) | (own.List[i] & 0xff);
                runs += parts[part] is TextDelta ? 2 : 1;
            }
            if (filled == starts[^1]) continue;
            if (runs > 1) postings.AsSpan(starts[^1]..filled).Sort();
            tokens.Add(token);
            starts.Add(filled);
        }
        Array.Resize(ref postings, filled);
        return ([.. tokens], [.. starts], postings);
    }
}

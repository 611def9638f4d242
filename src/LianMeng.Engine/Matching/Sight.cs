using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>What one asker may see of the lines: nothing else reads, counts or weighs a word of his question.</summary>
sealed class Sight(IReadOnlyList<(Shelf Shelf, OfferRole Roles)> shelves)
{
    readonly Dictionary<ulong, float> rarities = [];
    readonly int count = shelves.Sum(entry => entry.Shelf.Texts.Count);

    /// <summary>The shelves with the roles whose lines stand there.</summary>
    public IReadOnlyList<(Shelf Shelf, OfferRole Roles)> Shelves => shelves;

    /// <summary>Whether a stretch is a whole line.</summary>
    public bool IsLine(ReadOnlySpan<char> stretch)
    {
        foreach (var (shelf, _) in shelves)
            if (shelf.Has(stretch)) return true;
        return false;
    }

    /// <summary>Whether a stretch stands in a line; two characters or more.</summary>
    public bool IsMentioned(string words) => IsMentioned(words, OfferRole.None, null);

    /// <summary>Whether a stretch stands in a line of a shelf with such roles that is allowed.</summary>
    public bool IsMentioned(string words, OfferRole roles, Func<HeldLine, bool>? allowed)
    {
        foreach (var (shelf, own) in shelves)
            if ((roles == OfferRole.None || (own & roles) != OfferRole.None)
                && shelf.Texts.HasAny(words, held => held.Line.Text.Contains(words, StringComparison.Ordinal) && allowed?.Invoke(held) != false)) return true;
        return false;
    }

    /// <summary>Whether any line has a token.</summary>
    public bool IsWritten(ulong token)
    {
        foreach (var (shelf, _) in shelves)
            if (shelf.Texts.DocumentFrequency(token) > 0) return true;
        return false;
    }

    /// <summary>1 for a token no line has, falling to ¼ for one that is everywhere.</summary>
    public float Rarity(ulong token)
    {
        if (rarities.TryGetValue(token, out var known)) return known;
        var frequency = 0;
        foreach (var (shelf, _) in shelves) frequency += Math.Min(shelf.Texts.Count, shelf.Texts.DocumentFrequency(token));
        var unseen = MathF.Log(1 + (count + 0.5f) / 0.5f);
        return rarities[token] = Math.Max(0.25f, MathF.Log(1 + (count - frequency + 0.5f) / (frequency + 0.5f)) / unseen);
    }
}

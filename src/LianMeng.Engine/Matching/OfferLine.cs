namespace LianMeng.Engine.Matching;

/// <summary>A distinct product line as it is read: once, however many carry it.</summary>
sealed class OfferLine(string text, IReadOnlyList<Phrase> phrases, IReadOnlyList<NamedProduct> products)
{
    /// <summary>Normalised; the key.</summary>
    public string Text { get; } = text;

    /// <summary>Of all phrases together; see <see cref="Phrase.Mask"/>.</summary>
    public ulong Mask { get; } = phrases.Aggregate(0UL, (mask, phrase) => mask | phrase.Mask);

    /// <summary>Of all phrases together; see <see cref="Phrase.Signature"/>. The highest bit is set where there is any word or number.</summary>
    public ulong Signature { get; } = phrases.Aggregate(0UL, (signature, phrase) => signature | phrase.Signature | (phrase.Units.Any(unit => unit.IsWord) ? Phrase.Grade : 0));

    public IReadOnlyList<Phrase> Phrases { get; } = phrases;

    /// <summary>Products of the graph the line names.</summary>
    public IReadOnlyList<NamedProduct> Products { get; } = products;

    /// <summary>Offers that have it.</summary>
    public int Uses { get; set; }
}

namespace LianMeng.Engine.Matching;

/// <summary>A distinct product line as it is read: once, however many carry it.</summary>
sealed class OfferLine(string text, Phrase[] phrases, NamedProduct[] products)
{
    /// <summary>Normalised; the key.</summary>
    public string Text { get; } = text;

    /// <summary>Without spaces: by what two spellings of one name are the same.</summary>
    public string Key { get; } = text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Of all phrases together; see <see cref="Phrase.Mask"/>.</summary>
    public ulong Mask { get; } = phrases.Aggregate(0UL, (mask, phrase) => mask | phrase.Mask);

    /// <summary>Of all phrases together; see <see cref="Phrase.Signature"/>. The highest bit is set where there is any word or number.</summary>
    public ulong Signature { get; } = phrases.Aggregate(0UL, (signature, phrase) => signature | phrase.Signature | (phrase.Units.Any(unit => unit.IsWord) ? Phrase.Grade : 0));

    public Phrase[] Phrases { get; } = phrases;

    /// <summary>Products of the graph the line names.</summary>
    public NamedProduct[] Products { get; } = products;

    /// <summary>A bit for each of the products: a quick no before they are compared.</summary>
    public ulong ProductMask { get; } = MaskOf(products.Select(named => named.Product.Key));

    public static ulong MaskOf(IEnumerable<string> productKeys) => productKeys.Aggregate(0UL, (mask, key) => mask | 1UL << (string.GetHashCode(key, StringComparison.Ordinal) & 63));

    /// <summary>Offers that have it.</summary>
    public int Uses { get; set; }
}

namespace LianMeng.Engine.Matching;

/// <summary>A distinct product line and everyone who carries it; read once however many do.</summary>
sealed class OfferLine(string text, IReadOnlyList<Phrase> phrases, IReadOnlyList<NamedProduct> products)
{
    /// <summary>Normalised; the key.</summary>
    public string Text { get; } = text;

    public IReadOnlyList<Phrase> Phrases { get; } = phrases;

    /// <summary>Products of the graph the line names.</summary>
    public IReadOnlyList<NamedProduct> Products { get; } = products;

    public Dictionary<Guid, (Offer Offer, OfferRole Roles)> Holders { get; } = [];
}

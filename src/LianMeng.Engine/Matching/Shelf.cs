using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// The lines that the same people may see: one scope, one circle, and open or private. Each has a text index of its own, so that what
/// somebody may not see is neither found nor counted: not even the rarity of a word tells of it.
/// </summary>
sealed class Shelf
{
    static readonly IComparer<HeldLine> ByText = Comparer<HeldLine>.Create((a, b) => string.CompareOrdinal(a.Line.Text, b.Line.Text));

    static readonly HashSet<HeldLine> None = [];

    readonly Dictionary<string, HeldLine> lines = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<HeldLine>> byProduct = new(StringComparer.Ordinal);

    public TextIndex<HeldLine> Texts { get; } = new(ByText, isGuarded: true);

    /// <summary>The roles as labels of <see cref="Texts"/>, so that a search leaves out what nobody holds in a wanted role.</summary>
    public static ulong Labels(OfferRole roles) => (ulong)roles;

    public bool IsEmpty => lines.Count == 0;

    public bool Has(ReadOnlySpan<char> text) => lines.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>The line of this text; null when there is none.</summary>
    public HeldLine? Find(string text) => lines.GetValueOrDefault(text);

    /// <summary>The lines that name a product of the graph.</summary>
    public HashSet<HeldLine> Naming(string productKey) => byProduct.TryGetValue(productKey, out var named) ? named : None;

    public void Hang(OfferLine line, KnownOffer known, OfferRole roles)
    {
        if (lines.TryGetValue(line.Text, out var held))
        {
            held.Add(known, roles);
            Texts.Label(held, Labels(held.Roles));
        }
        else
        {
            lines.Add(line.Text, held = new(line));
            held.Add(known, roles);
            Texts.Upsert(held, line.Text, Labels(held.Roles));
            foreach (var named in line.Products)
            {
                if (!byProduct.TryGetValue(named.Product.Key, out var near)) byProduct[named.Product.Key] = near = [];
                near.Add(held);
            }
        }
    }

    public void Unhang(OfferLine line, KnownOffer known)
    {
        if (!lines.TryGetValue(line.Text, out var held) || !held.Remove(known)) return;
        if (held.Holders.Count > 0)
        {
            Texts.Label(held, Labels(held.Roles));
            return;
        }
        lines.Remove(line.Text);
        Texts.Remove(held);
        foreach (var named in line.Products)
            if (byProduct[named.Product.Key] is var near && near.Remove(held) && near.Count == 0) byProduct.Remove(named.Product.Key);
    }
}

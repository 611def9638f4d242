namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>The enterprises of an atlas's district that count: those with a code.</summary>
public sealed class AtlasFirmNames
{
    private readonly Dictionary<Guid, (string Name, string SortKey)> firms;

    internal AtlasFirmNames(Dictionary<Guid, (string Name, string SortKey)> firms) => this.firms = firms;

    /// <summary>Is it an enterprise of this district, with a code?</summary>
    public bool Has(Guid firm) => firms.ContainsKey(firm);

    public string NameOf(Guid firm) => firms.TryGetValue(firm, out var known) ? known.Name : "（已移出名册的企业）";

    /// <summary>By pinyin.</summary>
    public IEnumerable<(Guid Id, string Name)> All => firms.OrderBy(f => f.Value.SortKey, StringComparer.Ordinal).Select(f => (f.Key, f.Value.Name));

    internal IEnumerable<Guid> InOrder(IEnumerable<Guid> ids) => ids.OrderBy(id => firms.TryGetValue(id, out var known) ? known.SortKey : "~", StringComparer.Ordinal);
}

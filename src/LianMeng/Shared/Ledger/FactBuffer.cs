namespace LianMeng.Shared.Ledger;

/// <summary>The facts of one dependency scope that wait for its save.</summary>
public sealed class FactBuffer
{
    private readonly List<Fact> facts = [];

    public int Count => facts.Count;
    public void Add(Fact fact) => facts.Add(fact);
    public void Clear() => facts.Clear();

    internal IReadOnlyList<Fact> Take()
    {
        Fact[] taken = [.. facts];
        facts.Clear();
        return taken;
    }
}

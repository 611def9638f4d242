using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.Capabilities.Chains;

/// <summary>The backbone files of the chains as they stand in the repository, read without any loader of the product.</summary>
internal sealed class BackboneFiles
{
    public sealed record Product(string Chain, string Key, string Name, IReadOnlyList<string> Aliases, string Stage, string Kind, string TaxCode)
    {
        /// <summary>A row that places a product of another chain on a lane of this one.</summary>
        public bool IsPlacement => Name == "@";
    }

    public sealed record Link(string Chain, string From, string To, string Meaning, string Coefficient, string Note, string Unit, string Share);

    private static readonly string Folder = Repository.PathOf("src/LianMeng/Capabilities/Chains/Resources");

    private BackboneFiles()
    {
        Chains = [.. Rows("chains.tsv").OrderBy(r => int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture)).Select(r => (r[0], r[1]))];
        Stages = Chains.ToDictionary(c => c.Key, c => (IReadOnlyList<(string Key, string Title)>)[.. Rows(c.Key + ".stages.tsv").Select(r => (r[0], r[1]))]);
        var rows = Chains.SelectMany(c => Rows(c.Key + ".products.tsv").Select(r => new Product(c.Key, r[0], r[1], [.. r[2].Split('|', StringSplitOptions.RemoveEmptyEntries)], r[3], r[4], r.ElementAtOrDefault(5) ?? ""))).ToList();
        Products = [.. rows.Where(r => !r.IsPlacement)];
        Placements = [.. rows.Where(r => r.IsPlacement)];
        Links = [.. Chains.SelectMany(c => Rows(c.Key + ".links.tsv").Select(r => new Link(c.Key, r[0], r[1], r[2], r[3], r[4], r.ElementAtOrDefault(5) ?? "", r.ElementAtOrDefault(6) ?? "")))];
    }

    public static BackboneFiles Read { get; } = new();

    public IReadOnlyList<(string Key, string Title)> Chains { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<(string Key, string Title)>> Stages { get; }

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<Product> Placements { get; }

    public IReadOnlyList<Link> Links { get; }

    private static IEnumerable<string[]> Rows(string file)
        => File.ReadLines(Path.Combine(Folder, file)).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));
}

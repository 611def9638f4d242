using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>厂区: a place where an organisation is registered, makes or keeps something.</summary>
public sealed class OrganisationSite : OrganisationLine
{
    public const int NameLimit = 60;
    public const int CapacityLimit = 200;

    private OrganisationSite() { }

    internal OrganisationSite(int position) => Position = position;

    public string Name { get; private set; } = "";
    public SiteKind Kind { get; private set; } = SiteKind.Production;
    public string? Address { get; private set; }
    public string? RegionCode { get; private set; }
    public string? Capacity { get; private set; }

    internal IReadOnlyList<FieldChange> Compare(SiteDetails details)
    {
        var changes = new List<FieldChange>();
        void Add(string field, string? before, string? after) { if (before != after) changes.Add(new(field, before, after)); }
        Add("厂区", Name, details.Name);
        Add("用途", ListExport.Words(Kind), ListExport.Words(details.Kind));
        Add("地址", Address, details.Address);
        Add("行政区划代码", RegionCode, details.RegionCode);
        Add("产能", Capacity, details.Capacity);
        return changes;
    }

    internal SiteDetails ToDetails() => new(Name, Kind, Address, RegionCode, Capacity);

    internal void Apply(SiteDetails details, Origin origin)
    {
        (Name, Kind, Address, RegionCode, Capacity) = (details.Name, details.Kind, details.Address, details.RegionCode, details.Capacity);
        From(origin);
    }
}

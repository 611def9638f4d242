using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Alliances;

/// <summary>运行保障 of one alliance, whose id it has: what it runs on. Documents hang on the alliance.</summary>
public sealed class OperatingGuarantee : IDistrictOwned, IVersioned
{
    public const int TextLimit = 1000;

    private OperatingGuarantee() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>经费.</summary>
    public string? Funds { get; private set; }

    /// <summary>场地.</summary>
    public string? Venue { get; private set; }

    /// <summary>人员.</summary>
    public string? Staff { get; private set; }

    /// <summary>制度.</summary>
    public string? Rules { get; private set; }

    internal static OperatingGuarantee For(Alliance alliance) => new() { Id = alliance.Id, DistrictId = alliance.DistrictId };

    internal IReadOnlyList<FieldChange> State(string? funds, string? venue, string? staff, string? rules)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }
        Text("经费", Funds, funds);
        Text("场地", Venue, venue);
        Text("人员", Staff, staff);
        Text("制度", Rules, rules);
        (Funds, Venue, Staff, Rules) = (funds, venue, staff, rules);
        return changes;
    }
}

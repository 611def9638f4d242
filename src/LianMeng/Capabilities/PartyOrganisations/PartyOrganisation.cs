using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>党组织. Its members are counts: no name of a Party member is stored.</summary>
public sealed class PartyOrganisation : IDistrictOwned, IVersioned, IRemovable
{
    public const int NameLimit = 80, MostCovered = 200, MostMembers = 100_000;

    private readonly List<PartyCoverage> covers = [];

    private PartyOrganisation() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The name without spaces: one name, one Party organisation of a district.</summary>
    public string NameKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public PartyOrganisationType Type { get; private set; }

    /// <summary>功能型: an overlay. It admits no members, and its counts are added to nothing.</summary>
    public bool IsFunctional { get; private set; }

    public Guid? SuperiorId { get; private set; }

    /// <summary>正式党员.</summary>
    public int? FullMembers { get; private set; }

    /// <summary>预备党员.</summary>
    public int? ProbationaryMembers { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>撤销.</summary>
    public DateTime? RemovedAt { get; private set; }

    public IReadOnlyList<PartyCoverage> Covers => covers;

    public static PartyOrganisation Register(Guid districtId, PartyOrganisationDetails details, DateTime now)
    {
        var organisation = new PartyOrganisation { Id = Guid.CreateVersion7(), DistrictId = districtId };
        organisation.Apply(details, now);
        return organisation;
    }

    /// <summary>Field by field what became different; the organisations covered as a number, their ids are in the rows.</summary>
    /// <param name="superior">the superior's name until now</param>
    public IReadOnlyList<FieldChange> Change(PartyOrganisationDetails details, string? superior, DateTime now)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }

        Text("名称", Name, details.Name);
        Text("类型", ListExport.Words(Type), ListExport.Words(details.Type));
        Text("功能型", IsFunctional ? "是" : "否", details.IsFunctional ? "是" : "否");
        if (SuperiorId != details.SuperiorId) changes.Add(new("上级党组织", superior, details.SuperiorName));
        Text("正式党员", FullMembers?.ToString(), details.FullMembers?.ToString());
        Text("预备党员", ProbationaryMembers?.ToString(), details.ProbationaryMembers?.ToString());
        if (details.Covers is { } wanted && !wanted.Select(c => c.Id).ToHashSet().SetEquals(covers.Select(c => c.OrganisationId)))
            changes.Add(new("覆盖单位", $"{covers.Count} 家", $"{wanted.Count} 家"));
        if (changes.Count > 0) Apply(details, now);
        return changes;
    }

    /// <summary>撤销: it covers nothing any more; its history stays.</summary>
    public void Remove(DateTime now)
    {
        RemovedAt = now;
        covers.Clear();
    }

    internal static string KeyOf(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    private void Apply(PartyOrganisationDetails details, DateTime now)
    {
        Name = details.Name;
        NameKey = KeyOf(details.Name);
        SortKey = Cut(Pinyin.SortKey(Name), 300);
        SearchText = Cut($"{Name.ToLowerInvariant()} {Pinyin.Initials(Name)} {Pinyin.Full(Name)}", 600);
        Type = details.Type;
        IsFunctional = details.IsFunctional;
        SuperiorId = details.SuperiorId;
        FullMembers = details.FullMembers;
        ProbationaryMembers = details.ProbationaryMembers;
        UpdatedAt = now;
        if (details.Covers is not { } wanted) return;
        var ids = wanted.Select(c => c.Id).ToHashSet();
        covers.RemoveAll(c => !ids.Contains(c.OrganisationId));
        foreach (var id in ids.Where(id => covers.All(c => c.OrganisationId != id))) covers.Add(PartyCoverage.Of(DistrictId, Id, id));
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}

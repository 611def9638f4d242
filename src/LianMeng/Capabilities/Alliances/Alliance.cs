using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>联盟 or 产业链党委: founded by approval, running, at last dissolved. It is a membership, not a fence: a firm may be in two.</summary>
public sealed class Alliance : IDistrictOwned, IVersioned
{
    public const int NameLimit = 60, AimLimit = 1000, ReasonLimit = 200;

    private Alliance() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public AllianceKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string SortKey { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    /// <summary>Keys of the chains' backbones, one a line.</summary>
    public string ChainLines { get; private set; } = "";

    /// <summary>GB/T 2260.</summary>
    public string? RegionCode { get; private set; }

    public string? Aim { get; private set; }
    public AllianceState State { get; private set; }

    /// <summary>Why it is in this state.</summary>
    public string StateReason { get; private set; } = "";

    /// <summary>The day of the last step, in China.</summary>
    public DateOnly StateSince { get; private set; }

    public IReadOnlyList<string> ChainKeys => ChainLines.Length == 0 ? [] : ChainLines.Split('\n');

    public static Alliance Found(Guid districtId, AllianceDetails details, string reason, DateOnly today)
    {
        var alliance = new Alliance { Id = Guid.CreateVersion7(), DistrictId = districtId, State = AllianceState.Founding, StateReason = reason, StateSince = today };
        alliance.Apply(details);
        return alliance;
    }

    /// <param name="titles">the chains' titles, by key</param>
    public IReadOnlyList<FieldChange> Change(AllianceDetails details, Func<string, string> titles)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }

        Text("名称", Name, details.Name);
        Text("类型", ListExport.Words(Kind), ListExport.Words(details.Kind));
        Text("产业链", string.Join('、', ChainKeys.Select(titles)), string.Join('、', details.ChainKeys.Select(titles)));
        Text("行政区划", RegionCode, details.RegionCode);
        Text("宗旨", Aim, details.Aim);
        if (changes.Count > 0) Apply(details);
        return changes;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Run(bool isApproved, string reason, DateOnly today)
    {
        if (State != AllianceState.Founding) return $"“{Name}”现为“{ListExport.Words(State)}”，只有筹建中的可以转入运行。";
        if (!isApproved) return "还没有登记批复：请先登记批复机关、文号和日期，再转入运行。";
        return Step(AllianceState.Running, reason, today);
    }

    /// <inheritdoc cref="Run"/>
    public string? Dissolve(string reason, DateOnly today)
        => State == AllianceState.Dissolved ? $"“{Name}”已经撤销。" : Step(AllianceState.Dissolved, reason, today);

    private string? Step(AllianceState to, string reason, DateOnly today)
    {
        State = to;
        StateReason = reason;
        StateSince = today;
        return null;
    }

    private void Apply(AllianceDetails details)
    {
        Name = details.Name;
        Kind = details.Kind;
        ChainLines = string.Join('\n', details.ChainKeys);
        RegionCode = details.RegionCode;
        Aim = details.Aim;
        SortKey = Pinyin.SortKey(Name);
        SearchText = $"{Name.ToLowerInvariant()} {Pinyin.Initials(Name)} {Pinyin.Full(Name)}";
    }
}

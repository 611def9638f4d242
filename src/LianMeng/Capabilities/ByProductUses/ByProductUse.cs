using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>副产品利用能力: what by-products a firm takes, how much, to what specification, and what it makes of them.</summary>
public sealed class ByProductUse : IDistrictOwned, IVersioned
{
    public const int ProductsLimit = 400, MostProducts = 30, SpecificationLimit = 400, EvidenceLimit = 60, MostRights = 50;

    private readonly List<ByProductRight> rights = [];

    private ByProductUse() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>The receiver.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>One a line.</summary>
    public string ProductLines { get; private set; } = "";

    /// <inheritdoc cref="ByProductUseDetails"/>
    public decimal Capacity { get; private set; }
    public string? Specification { get; private set; }

    /// <summary>Private, like <see cref="Yield"/> and <see cref="Treatment"/>.</summary>
    public decimal? Value { get; private set; }
    public decimal? Yield { get; private set; }
    public decimal? Treatment { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public IReadOnlyList<string> Products => ProductLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<ByProductRight> Rights => rights;

    public static ByProductUse Of(Guid districtId, Guid receiver, ByProductUseDetails details, DateTime now)
    {
        var use = new ByProductUse { Id = Guid.CreateVersion7(), DistrictId = districtId, OrganisationId = receiver };
        use.Apply(details, now);
        return use;
    }

    /// <summary>Field by field what became different; of private figures only that they did.</summary>
    public IReadOnlyList<FieldChange> Change(ByProductUseDetails details, DateTime now)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }
        void Private(string field, decimal? before, decimal? after) { if (before != after) changes.Add(new(field, null, null)); }

        Text("接收的副产品", string.Join("；", Products), string.Join("；", details.Products));
        Text("年接收能力", $"{Capacity:0.####} 吨", $"{details.Capacity:0.####} 吨");
        Text("成分要求", Specification, details.Specification);
        Private("产出价值", Value, details.Value);
        Private("产出率", Yield, details.Yield);
        Private("处理费用", Treatment, details.Treatment);
        if (changes.Count > 0) Apply(details, now);
        return changes;
    }

    /// <summary>Why the right cannot be added, or null.</summary>
    internal string? WhyNotRight(string code, string evidence) => rights.Exists(r => r.Code == code && r.Evidence == evidence) ? "这个代码和编号已经登记。" : rights.Count >= MostRights ? $"最多登记 {MostRights} 项许可或豁免。" : null;

    internal ByProductRight AddRight(HazardousRightKind basis, string code, string evidence, Guid? onlyFrom, DateOnly? until, DateTime now)
    {
        var right = ByProductRight.Of(this, basis, code, evidence, onlyFrom, until);
        rights.Add(right);
        UpdatedAt = now;
        return right;
    }

    internal bool RemoveRight(Guid id, DateTime now)
    {
        if (rights.RemoveAll(r => r.Id == id) == 0) return false;
        UpdatedAt = now;
        return true;
    }

    internal void Withdraw(DateTime now) => WithdrawnAt = UpdatedAt = now;

    /// <summary>The receiver turned out to be another entry of the register.</summary>
    internal void BelongTo(Guid organisation) => OrganisationId = organisation;

    private void Apply(ByProductUseDetails details, DateTime now)
    {
        ProductLines = string.Join('\n', details.Products);
        (Capacity, Specification, Value, Yield, Treatment, UpdatedAt) = (details.Capacity, details.Specification, details.Value, details.Yield, details.Treatment, now);
    }
}

using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Organisations;

/// <summary>资质: 高新技术企业, 专精特新 …, with its certificate.</summary>
public sealed class OrganisationQualification : OrganisationLine
{
    public const int NameLimit = 60;

    private OrganisationQualification() { }

    internal OrganisationQualification(string name, int position, Origin origin)
    {
        Name = name;
        Position = position;
        From(origin);
    }

    public string Name { get; private set; } = "";
    public string? Number { get; private set; }
    public string? Issuer { get; private set; }

    /// <summary>The last day on which it holds, in China; null when it is not known or has no end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    internal IReadOnlyList<FieldChange> Compare(QualificationDetails details)
    {
        var changes = new List<FieldChange>();
        void Add(string field, string? before, string? after) { if (before != after) changes.Add(new(field, before, after)); }
        Add("资质", Name, details.Name);
        Add("证书编号", Number, details.Number);
        Add("发证机关", Issuer, details.Issuer);
        Add("有效期至", ValidUntil is { } before ? ChinaTime.Date(before) : null, details.ValidUntil is { } after ? ChinaTime.Date(after) : null);
        return changes;
    }

    internal QualificationDetails ToDetails() => new(Name, Number, Issuer, ValidUntil);

    internal void Apply(QualificationDetails details, Origin origin)
    {
        (Name, Number, Issuer, ValidUntil) = (details.Name, details.Number, details.Issuer, details.ValidUntil);
        From(origin);
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// 单位: an organisation of the district's register, an enterprise or one of the bodies around it. The unified social credit code is its
/// key; without one it is kept as 待核码 and stays out of every figure. Figures about firms count enterprises only.
/// </summary>
public sealed class Organisation : IDistrictOwned, IVersioned, IRemovable
{
    private readonly List<OrganisationProduct> products = [];
    private readonly List<OrganisationQualification> qualifications = [];

    private Organisation() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Not stated, it is an enterprise; a code of an authority (11…) makes a department of it.</summary>
    public OrganisationKind Kind { get; private set; } = OrganisationKind.Enterprise;

    /// <summary>GB 32100-2015, 18 characters; null while it is 待核码.</summary>
    public string? Uscc { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name without width, case and spaces: what tells two uncoded firms apart.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Pinyin order, stored so that both databases sort alike.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Lower-case name, code, pinyin and initials: what the register's search box looks through.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>GB/T 2260, six digits.</summary>
    public string? RegionCode { get; private set; }

    public string? Address { get; private set; }

    /// <summary>园区/镇街.</summary>
    public string? Park { get; private set; }

    /// <summary>GB/T 4754-2017.</summary>
    public string? IndustryCode { get; private set; }

    /// <summary>Persons employed.</summary>
    public int? Staff { get; private set; }

    /// <summary>万元 a year.</summary>
    public decimal? Revenue { get; private set; }

    /// <summary>万元.</summary>
    public decimal? Assets { get; private set; }

    /// <summary>The year that staff, revenue and assets are of.</summary>
    public int? DataYear { get; private set; }

    public string? ContactName { get; private set; }

    /// <summary>联系电话, sealed; <see cref="Telephones"/> opens it.</summary>
    public string? ContactPhone { get; private set; }

    /// <summary>What the number is found by.</summary>
    public string? ContactPhoneDigest { get; private set; }

    /// <summary>所属产业链, as the roster calls it.</summary>
    public string? Chain { get; private set; }

    /// <summary>Computed from the four figures at every change (统计上大中小微型企业划分办法 2017); kept for filters.</summary>
    public SizeClass Size { get; private set; } = SizeClass.Unknown;

    /// <summary>When the data was last confirmed or changed, and how it came.</summary>
    public DateTime UpdatedAt { get; private set; }

    public DataSource Source { get; private set; }

    /// <summary>移出名册: when; a firm that left is in no list and no figure, its history stays.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>What other districts see of it; none while none of its listings goes beyond the district.</summary>
    public OrganisationCard? Card { get; private set; }

    public IReadOnlyList<OrganisationProduct> Products => products;
    public IReadOnlyList<OrganisationQualification> Qualifications => qualifications;

    public bool IsEnterprise => Kind == OrganisationKind.Enterprise;

    /// <summary>待核码: kept, but in no figure.</summary>
    public bool AwaitsCode => Uscc is null;

    public static Organisation Register(OrganisationDetails details, DataSource source, DateTime now)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Kind = KindOf(details.Uscc) };
        organisation.Apply(details, source, now);
        return organisation;
    }

    /// <summary>What would change; empty when the details say what is already known. A detail that is null is not known and changes nothing.</summary>
    public IReadOnlyList<FieldChange> Compare(OrganisationDetails details)
    {
        var changes = new List<FieldChange>();
        bool Differs(string? before, string? after) => (after is not null || details.IsWhole) && (after ?? "") != (before ?? "");
        void Text(string field, string? before, string? after) { if (Differs(before, after)) changes.Add(new(field, before, after)); }
        void Personal(string field, string? before, string? after) { if (Differs(before, after)) changes.Add(new(field, null, null)); }

        Text("统一社会信用代码", Uscc, details.Uscc);
        Text("名称", Name, details.Name);
        if (details.Kind is { } kind && kind != Kind) changes.Add(new("单位类型", ListExport.Words(Kind), ListExport.Words(kind)));
        Text("行政区划代码", RegionCode, details.RegionCode);
        Text("地址", Address, details.Address);
        Text("行业代码", IndustryCode, details.IndustryCode);
        Text("从业人员", Staff?.ToString(), details.Staff?.ToString());
        Text("营业收入(万元)", Revenue?.ToString("0.####"), details.Revenue?.ToString("0.####"));
        Text("资产总额(万元)", Assets?.ToString("0.####"), details.Assets?.ToString("0.####"));
        foreach (var role in Enum.GetValues<ProductRole>())
            Text(role.Title(), Join(ProductsOf(role)), details.Products.TryGetValue(role, out var names) ? Join(names) : null);
        if (details.Qualifications is { } given && !SameQualifications(given)) changes.Add(new("资质", Join(QualificationNames), Join(given)));
        Personal("联系人", ContactName, details.ContactName);
        Personal("联系电话", ContactPhoneDigest, details.ContactPhone?.Digest);
        Text("所属产业链", Chain, details.Chain);
        Text("数据年份", DataYear?.ToString(), details.DataYear?.ToString());
        Text("园区/镇街", Park, details.Park);
        return changes;
    }

    public IReadOnlyList<FieldChange> Change(OrganisationDetails details, DataSource source, DateTime now)
    {
        var changes = Compare(details);
        if (changes.Count > 0) Apply(details, source, now);
        return changes;
    }

    /// <summary>From now on other districts may know its name and place.</summary>
    public void Publish() => Card ??= new OrganisationCard().Follow(this);

    public void Remove(DateTime now)
    {
        RemovedAt = now;
        Card = null;
        // Nobody has business with these people any more.
        ContactName = ContactPhone = ContactPhoneDigest = null;
    }

    /// <summary>The same number under another key: nothing happened to the firm.</summary>
    public void ResealTelephone(SealedValue phone) => (ContactPhone, ContactPhoneDigest) = (phone.Text, phone.Digest);

    /// <summary>Product names of one role, in the order they were given.</summary>
    public IEnumerable<string> ProductsOf(ProductRole role) => products.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.Name);

    /// <summary>In the order they were given.</summary>
    public IEnumerable<string> QualificationNames => qualifications.OrderBy(q => q.Position).Select(q => q.Name);

    private void Apply(OrganisationDetails details, DataSource source, DateTime now)
    {
        // What is not stated stays, unless the details are whole.
        var kept = details.IsWhole ? new Organisation() : this;
        Uscc = details.Uscc ?? kept.Uscc;
        Name = details.Name;
        NameKey = KeyOf(Name);
        Kind = details.Kind ?? Kind;
        RegionCode = details.RegionCode ?? kept.RegionCode;
        Address = details.Address ?? kept.Address;
        Park = details.Park ?? kept.Park;
        IndustryCode = details.IndustryCode ?? kept.IndustryCode;
        Staff = details.Staff ?? kept.Staff;
        Revenue = details.Revenue ?? kept.Revenue;
        Assets = details.Assets ?? kept.Assets;
        DataYear = details.DataYear ?? kept.DataYear;
        ContactName = details.ContactName ?? kept.ContactName;
        (ContactPhone, ContactPhoneDigest) = details.ContactPhone is { } phone ? (phone.Text, phone.Digest) : (kept.ContactPhone, kept.ContactPhoneDigest);
        Chain = details.Chain ?? kept.Chain;
        foreach (var (role, names) in details.Products) SetProducts(role, names);
        if (details.Qualifications is { } given) SetQualifications(given);
        Size = IsEnterprise ? EnterpriseSize.Assess(IndustryCode, Staff, Revenue, Assets).Class : SizeClass.NotApplicable;
        SortKey = Cut(Pinyin.SortKey(Name), 300);
        SearchText = Cut($"{Name.ToLowerInvariant()} {Uscc?.ToLowerInvariant()} {Pinyin.Initials(Name)} {Pinyin.Full(Name)}", 800);
        Source = source;
        UpdatedAt = now;
        Card?.Follow(this);
    }

    private void SetProducts(ProductRole role, IReadOnlyList<string> names)
    {
        if (ProductsOf(role).SequenceEqual(names, StringComparer.Ordinal)) return;
        products.RemoveAll(p => p.Role == role);
        products.AddRange(names.Select((name, position) => new OrganisationProduct(role, name, position)));
    }

    private void SetQualifications(IReadOnlyList<string> names)
    {
        if (SameQualifications(names)) return;
        qualifications.Clear();
        qualifications.AddRange(names.Select((name, position) => new OrganisationQualification(name, position)));
    }

    /// <summary>Qualifications are a set: the order in which somebody lists them is no change.</summary>
    private bool SameQualifications(IReadOnlyList<string> names) => qualifications.Select(q => q.Name).ToHashSet(StringComparer.Ordinal).SetEquals(names);

    /// <summary>The name as it is compared: half-width, lower case, no spaces.</summary>
    public static string KeyOf(string name)
        => string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)).ToLowerInvariant();

    /// <summary>GB 32100-2015: registered by 机构编制 (1) as an authority (1).</summary>
    private static OrganisationKind KindOf(string? uscc) => uscc?.StartsWith("11", StringComparison.Ordinal) == true ? OrganisationKind.Department : OrganisationKind.Enterprise;

    private static string Join(IEnumerable<string> names) => string.Join("；", names);

    /// <summary>Never through the middle of a character of two units: half of one cannot be stored.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

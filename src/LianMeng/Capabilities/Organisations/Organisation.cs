using System.Text;
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
    /// <summary>Lines of one role: beyond it nobody reads them, and one firm would fill everybody's lists.</summary>
    public const int MostProducts = 500;

    internal const int SearchTextLimit = 1200;

    /// <summary>In UTF-8: the texts stand in an index with other columns, and a row of an index on PostgreSQL has at most 2 704 bytes.</summary>
    internal const int SearchTextBytes = 1200, ProductTextBytes = 400;

    internal const int FormerTextLimit = 400;

    private readonly List<OrganisationProduct> products = [];
    private readonly List<OrganisationQualification> qualifications = [];
    private readonly List<OrganisationContact> contacts = [];
    private readonly List<OrganisationSite> sites = [];
    private readonly List<FormerIdentity> formers = [];

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

    /// <summary>Lower-case name, code, pinyin and initials, former names and codes: what the register's search box looks through.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>What it makes, in lower case, for the same search; null when that is more than has room: then the products themselves have to be looked through.</summary>
    public string? ProductText { get; private set; } = "";

    /// <summary>Its former names and codes in lower case, the latest first: the part of <see cref="SearchText"/> that a new name does not replace.</summary>
    public string FormerText { get; private set; } = "";

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

    /// <summary>所属产业链, as the roster calls it.</summary>
    public string? Chain { get; private set; }

    /// <summary>Computed from the four figures at every change (统计上大中小微型企业划分办法 2017); kept for filters.</summary>
    public SizeClass Size { get; private set; } = SizeClass.Unknown;

    /// <summary>When the data was last confirmed or changed, and how it came.</summary>
    public DateTime UpdatedAt { get; private set; }

    public DataSource Source { get; private set; }

    /// <summary>Where each single detail comes from, as <see cref="FieldOrigins"/> writes it.</summary>
    public string? Origins { get; private set; }

    /// <summary>When somebody last said that everything is as it stands (UTC), and who.</summary>
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>How old the oldest of its single details is: when it was entered or confirmed (UTC).</summary>
    public DateTime OldestAt { get; private set; }

    /// <summary>When its people were last asked to look their data over (UTC).</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>移出名册: when; a firm that left is in no list and no figure, its history stays.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>What other districts see of it; none while none of its listings goes beyond the district.</summary>
    public OrganisationCard? Card { get; private set; }

    public IReadOnlyList<OrganisationProduct> Products => products;
    public IReadOnlyList<OrganisationQualification> Qualifications => qualifications;
    public IReadOnlyList<OrganisationContact> Contacts => contacts;
    public IReadOnlyList<OrganisationSite> Sites => sites;
    public IReadOnlyList<FormerIdentity> Formers => formers;

    /// <summary>The one that forms and rosters with a single contact mean.</summary>
    public OrganisationContact? FirstContact => contacts.MinBy(c => c.Position);

    public bool IsEnterprise => Kind == OrganisationKind.Enterprise;

    /// <summary>待核码: kept, but in no figure.</summary>
    public bool AwaitsCode => Uscc is null;

    /// <param name="by">the person who states it; null for the program itself</param>
    public static Organisation Register(OrganisationDetails details, DataSource source, DateTime now, Guid? by = null)
    {
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Kind = KindOf(details.Uscc) };
        organisation.Apply(details, [], new(source, now, by));
        return organisation;
    }

    /// <summary>What would change; empty when the details say what is already known. A detail that is null is not known and changes nothing. The lists and the contacts must be loaded.</summary>
    public IReadOnlyList<FieldChange> Compare(OrganisationDetails details) => [.. Differences(details).Select(d => d.Change)];

    public IReadOnlyList<FieldChange> Change(OrganisationDetails details, DataSource source, DateTime now, Guid? by = null)
    {
        var differences = Differences(details);
        if (differences.Count > 0) Apply(details, differences, new(source, now, by));
        return [.. differences.Select(d => d.Change)];
    }

    private List<(OrganisationField? Field, FieldChange Change)> Differences(OrganisationDetails details)
    {
        var changes = new List<(OrganisationField?, FieldChange)>();
        bool Differs(string? before, string? after) => (after is not null || details.IsWhole) && (after ?? "") != (before ?? "");
        void Single(OrganisationField field, string? before, string? after) { if (Differs(before, after)) changes.Add((field, new(ListExport.Words(field), before, after))); }
        void Many(string field, string? before, string? after) { if ((after ?? before ?? "") != (before ?? "")) changes.Add((null, new(field, before, after))); }
        void Personal(string field, string? before, string? after) { if (Differs(before, after)) changes.Add((null, new(field, null, null))); }

        Single(OrganisationField.Uscc, Uscc, details.Uscc);
        Single(OrganisationField.Name, Name, details.Name);
        if (details.Kind is { } kind && kind != Kind) Single(OrganisationField.Kind, ListExport.Words(Kind), ListExport.Words(kind));
        Single(OrganisationField.RegionCode, RegionCode, details.RegionCode);
        Single(OrganisationField.Address, Address, details.Address);
        Single(OrganisationField.IndustryCode, IndustryCode, details.IndustryCode);
        Single(OrganisationField.Staff, Staff?.ToString(), details.Staff?.ToString());
        Single(OrganisationField.Revenue, Revenue?.ToString("0.####"), details.Revenue?.ToString("0.####"));
        Single(OrganisationField.Assets, Assets?.ToString("0.####"), details.Assets?.ToString("0.####"));
        foreach (var role in Enum.GetValues<ProductRole>())
            Many(role.Title(), Join(ProductsOf(role)), details.Products.TryGetValue(role, out var names) ? Join(names) : null);
        if (details.Qualifications is { } given && !SameQualifications(given)) changes.Add((null, new("资质", Join(QualificationNames), Join(given))));
        Personal("联系人", FirstContact?.Name, details.ContactName);
        Personal("联系电话", FirstContact?.PhoneDigest, details.ContactPhone?.Digest);
        Single(OrganisationField.Chain, Chain, details.Chain);
        Single(OrganisationField.DataYear, DataYear?.ToString(), details.DataYear?.ToString());
        Single(OrganisationField.Park, Park, details.Park);
        return changes;
    }

    /// <summary>Why no product of that name can be added or take this name; null when nothing is in the way.</summary>
    /// <param name="except">the line that is renamed</param>
    public string? WhyNotProduct(ProductRole role, string name, OrganisationProduct? except = null)
        => products.Any(p => p.Role == role && p != except && p.Name == name) ? $"{role.Title()}里已有“{name}”，请在那一行上修改。"
            : except is null && products.Count(p => p.Role == role) >= MostProducts ? $"一个单位最多登记 {MostProducts} 项{role.Title()}，请先合并同类的产品，或删去不再{(role == ProductRole.Buys ? "采购" : "生产")}的。"
            : null;

    public OrganisationProduct AddProduct(ProductRole role, ProductDetails details, Origin origin)
    {
        var line = new OrganisationProduct(role, details.Name, products.Where(p => p.Role == role).Select(p => p.Position + 1).DefaultIfEmpty().Max(), origin);
        line.Apply(details, origin);
        products.Add(line);
        NoteProductText();
        Touch(origin);
        return line;
    }

    public IReadOnlyList<FieldChange> ChangeProduct(OrganisationProduct line, ProductDetails details, Origin origin) => Changed(line.Compare(details), () =>
    {
        line.Apply(details, origin);
        NoteProductText();
    }, origin);

    public void RemoveProduct(OrganisationProduct line, Origin origin)
    {
        products.Remove(line);
        NoteProductText();
        Touch(origin);
    }

    /// <param name="line">null for a new one</param>
    public (OrganisationQualification Line, IReadOnlyList<FieldChange> Changes) SaveQualification(OrganisationQualification? line, QualificationDetails details, Origin origin)
    {
        if (line is null) qualifications.Add(line = new(details.Name, Next(qualifications), origin));
        else if (line.Compare(details).Count == 0) return (line, []);
        var changes = line.Compare(details);
        line.Apply(details, origin);
        Touch(origin);
        return (line, changes);
    }

    /// <param name="line">null for a new one</param>
    public (OrganisationContact Line, IReadOnlyList<FieldChange> Changes) SaveContact(OrganisationContact? line, string? name, ContactPurpose purpose, SealedValue? phone, Origin origin)
    {
        if (line is null) contacts.Add(line = new(Next(contacts)));
        var changes = line.Compare(name, purpose, phone);
        if (changes.Count == 0) return (line, changes);
        line.Apply(name, purpose, phone, origin);
        Touch(origin);
        return (line, changes);
    }

    /// <param name="line">null for a new one</param>
    public (OrganisationSite Line, IReadOnlyList<FieldChange> Changes) SaveSite(OrganisationSite? line, SiteDetails details, Origin origin)
    {
        if (line is null) sites.Add(line = new(Next(sites)));
        var changes = line.Compare(details);
        if (changes.Count == 0) return (line, changes);
        line.Apply(details, origin);
        Touch(origin);
        return (line, changes);
    }

    /// <summary>A qualification, contact or site that is no more.</summary>
    public void RemoveLine(OrganisationLine line, Origin origin)
    {
        if (line is OrganisationQualification qualification) qualifications.Remove(qualification);
        if (line is OrganisationContact contact) contacts.Remove(contact);
        if (line is OrganisationSite site) sites.Remove(site);
        Touch(origin);
    }

    /// <summary>Somebody who knows says that everything is as it stands.</summary>
    public void Confirm(Guid? by, DateTime now)
    {
        (ConfirmedAt, ConfirmedBy) = (now, by);
        OldestAt = now;
    }

    /// <summary>How old a detail of that origin is: it was entered or confirmed then (UTC).</summary>
    public DateTime AsOf(Origin origin) => ConfirmedAt is { } confirmed && confirmed > origin.At ? confirmed : origin.At;

    public void Remind(DateTime now) => RemindedAt = now;

    /// <summary>From now on other districts may know its name and place.</summary>
    public void Publish() => Card ??= new OrganisationCard().Follow(this);

    public void Remove(DateTime now)
    {
        RemovedAt = now;
        Card = null;
        // Nobody has business with these people any more.
        contacts.Clear();
    }

    /// <summary>Takes over what was chosen from a second entry of the same firm, and the names and codes by which that one was known. The formers must be loaded.</summary>
    internal IReadOnlyList<FieldChange> TakeOver(OrganisationDetails chosen, Organisation other, Origin origin)
    {
        var differences = Differences(chosen);
        if (differences.Count > 0) Apply(chosen, differences, origin);
        AddKnown(FormerIdentityKind.Name, other.Name, origin.At);
        if (other.Uscc is { } code) AddKnown(FormerIdentityKind.Code, code, origin.At);
        foreach (var former in other.formers.OrderBy(f => f.Until)) AddKnown(former.Kind, former.Text, former.Until);
        NoteSearchText();
        Touch(origin);
        return [.. differences.Select(d => d.Change)];
    }

    /// <summary>A line of a second entry of the same firm, as this one's own: with its origin, behind its own lines.</summary>
    internal OrganisationLine CopyOf(OrganisationLine line)
    {
        switch (line)
        {
            case OrganisationProduct product:
                var made = new OrganisationProduct(product.Role, product.Name, Next(products.Where(p => p.Role == product.Role)), product.Origin);
                made.Apply(product.ToDetails(), product.Origin);
                products.Add(made);
                NoteProductText();
                return made;
            case OrganisationQualification qualification:
                var held = new OrganisationQualification(qualification.Name, Next(qualifications), qualification.Origin);
                held.Apply(qualification.ToDetails(), qualification.Origin);
                qualifications.Add(held);
                return held;
            case OrganisationContact contact:
                var person = new OrganisationContact(Next(contacts));
                person.Apply(contact.Name, contact.Purpose, contact.Telephone, contact.Origin);
                contacts.Add(person);
                return person;
            case OrganisationSite site:
                var place = new OrganisationSite(Next(sites));
                place.Apply(site.ToDetails(), site.Origin);
                sites.Add(place);
                return place;
            default:
                throw new NotSupportedException($"{line.GetType().Name} is no list of an organisation.");
        }
    }

    /// <summary>It turned out to be an entry of another one: out of sight, with all it has, until somebody finds it was not.</summary>
    internal void StepBehind(DateTime now) => (RemovedAt, Card) = (now, null);

    /// <summary>It was an organisation of its own after all.</summary>
    /// <param name="published">other districts knew of it</param>
    internal void StepForward(bool published)
    {
        RemovedAt = null;
        if (published) Publish();
    }

    /// <summary>After rows were taken back: what is derived from several of them. The formers and the products must be loaded.</summary>
    internal void Derive()
    {
        FormerText = "";
        foreach (var former in formers.OrderBy(f => f.Until).ThenBy(f => f.Id)) NoteFormer(former.Text);
        NoteSearchText();
        NoteProductText();
        Card?.Follow(this);
    }

    /// <summary>Product names of one role, in the order they were given.</summary>
    public IEnumerable<string> ProductsOf(ProductRole role) => products.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.Name);

    /// <summary>In the order they were given.</summary>
    public IEnumerable<string> QualificationNames => qualifications.OrderBy(q => q.Position).Select(q => q.Name);

    private void Apply(OrganisationDetails details, List<(OrganisationField? Field, FieldChange Change)> differences, Origin origin)
    {
        // What is not stated stays, unless the details are whole.
        var kept = details.IsWhole ? new Organisation() : this;
        Leave(details.Name, details.Uscc ?? kept.Uscc, origin.At);
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
        Chain = details.Chain ?? kept.Chain;
        foreach (var (role, names) in details.Products) SetProducts(role, names, origin);
        if (details.Qualifications is { } given) SetQualifications(given, origin);
        SetFirstContact(details, origin);
        Size = IsEnterprise ? EnterpriseSize.Assess(IndustryCode, Staff, Revenue, Assets).Class : SizeClass.NotApplicable;
        SortKey = Cut(Pinyin.SortKey(Name), 300);
        NoteSearchText();
        NoteProductText();
        NoteOrigins(details, differences, origin);
        Touch(origin);
        Card?.Follow(this);
    }

    /// <summary>A name or code that is replaced still finds the organisation.</summary>
    private void Leave(string name, string? uscc, DateTime now)
    {
        if (Name.Length > 0 && NameKey != KeyOf(name)) AddFormer(FormerIdentityKind.Name, Name, NameKey, now);
        if (Uscc is { } code && code != uscc) AddFormer(FormerIdentityKind.Code, code, code, now);
    }

    private void AddFormer(FormerIdentityKind kind, string text, string key, DateTime until)
    {
        formers.Add(new(kind, text, key, until));
        NoteFormer(text);
    }

    private void NoteFormer(string text) => FormerText = Cut($"{text.ToLowerInvariant()} {FormerText}", FormerTextLimit);

    private void AddKnown(FormerIdentityKind kind, string text, DateTime until)
    {
        var key = kind == FormerIdentityKind.Name ? KeyOf(text) : text;
        if (key == NameKey || key == Uscc || formers.Exists(f => f.Kind == kind && f.Key == key)) return;
        AddFormer(kind, text, key, until);
    }

    private void NoteSearchText() => SearchText = CutBytes(Cut($"{Name.ToLowerInvariant()} {Uscc?.ToLowerInvariant()} {Pinyin.Initials(Name)} {Pinyin.Full(Name)} {FormerText}", SearchTextLimit), SearchTextBytes);

    private void NoteProductText()
    {
        var made = string.Join(' ', ProductsOf(ProductRole.Makes)).ToLowerInvariant();
        ProductText = Encoding.UTF8.GetByteCount(made) <= ProductTextBytes ? made : null;
    }

    /// <summary>A roster states what it has columns for, even where nothing changed; in a form somebody touched only what changed.</summary>
    private void NoteOrigins(OrganisationDetails details, List<(OrganisationField? Field, FieldChange Change)> differences, Origin origin)
    {
        var origins = FieldOrigins.Parse(Origins);
        var filled = Filled();
        origins.Set(origin.Source == DataSource.Roster || Origins is null ? filled.Where(f => Origins is null || States(details, f)) : differences.Select(d => d.Field).OfType<OrganisationField>(), origin);
        origins.Keep(filled);
        Origins = origins.ToText();
        var oldest = origins.Oldest ?? origin.At;
        OldestAt = ConfirmedAt is { } confirmed && confirmed > oldest ? confirmed : oldest;
    }

    private HashSet<OrganisationField> Filled()
    {
        HashSet<OrganisationField> filled = [OrganisationField.Name, OrganisationField.Kind];
        void Add(OrganisationField field, object? value) { if (value is not null) filled.Add(field); }
        Add(OrganisationField.Uscc, Uscc);
        Add(OrganisationField.RegionCode, RegionCode);
        Add(OrganisationField.Address, Address);
        Add(OrganisationField.IndustryCode, IndustryCode);
        Add(OrganisationField.Staff, Staff);
        Add(OrganisationField.Revenue, Revenue);
        Add(OrganisationField.Assets, Assets);
        Add(OrganisationField.Chain, Chain);
        Add(OrganisationField.DataYear, DataYear);
        Add(OrganisationField.Park, Park);
        return filled;
    }

    private static bool States(OrganisationDetails details, OrganisationField field) => field switch
    {
        OrganisationField.Name or OrganisationField.Kind => true,
        OrganisationField.Uscc => details.Uscc is not null,
        OrganisationField.RegionCode => details.RegionCode is not null,
        OrganisationField.Address => details.Address is not null,
        OrganisationField.IndustryCode => details.IndustryCode is not null,
        OrganisationField.Staff => details.Staff is not null,
        OrganisationField.Revenue => details.Revenue is not null,
        OrganisationField.Assets => details.Assets is not null,
        OrganisationField.Chain => details.Chain is not null,
        OrganisationField.DataYear => details.DataYear is not null,
        OrganisationField.Park => details.Park is not null,
        _ => false,
    };

    private void Touch(Origin origin) => (Source, UpdatedAt) = (origin.Source, origin.At);

    private IReadOnlyList<FieldChange> Changed(IReadOnlyList<FieldChange> changes, Action apply, Origin origin)
    {
        if (changes.Count == 0) return changes;
        apply();
        Touch(origin);
        return changes;
    }

    private static int Next(IEnumerable<OrganisationLine> lines) => lines.Select(l => l.Position + 1).DefaultIfEmpty().Max();

    /// <summary>The names of a role, whole and in their order; what is known of a name that stays, stays with it.</summary>
    private void SetProducts(ProductRole role, IReadOnlyList<string> names, Origin origin)
    {
        if (ProductsOf(role).SequenceEqual(names, StringComparer.Ordinal)) return;
        products.RemoveAll(p => p.Role == role && !names.Contains(p.Name));
        var known = products.Where(p => p.Role == role).ToLookup(p => p.Name, StringComparer.Ordinal);
        for (var position = 0; position < names.Count; position++)
        {
            if (known[names[position]].FirstOrDefault() is { } line) line.Position = position;
            else products.Add(new(role, names[position], position, origin));
        }
    }

    private void SetQualifications(IReadOnlyList<string> names, Origin origin)
    {
        if (SameQualifications(names)) return;
        qualifications.RemoveAll(q => !names.Contains(q.Name));
        var known = qualifications.Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        for (var position = 0; position < names.Count; position++)
            if (known.Add(names[position])) qualifications.Add(new(names[position], position, origin));
    }

    private void SetFirstContact(OrganisationDetails details, Origin origin)
    {
        var first = FirstContact;
        var name = details.ContactName ?? (details.IsWhole ? null : first?.Name);
        var phone = details.ContactPhone ?? (details.IsWhole ? null : first?.Telephone);
        if (name is null && phone is null)
        {
            if (first is not null) contacts.Remove(first);
            return;
        }

        if (first is null) contacts.Add(first = new(0));
        if (first.Compare(name, first.Purpose, phone).Count > 0) first.Apply(name, first.Purpose, phone, origin);
    }

    /// <summary>Qualifications are a set: the order in which somebody lists them is no change.</summary>
    private bool SameQualifications(IReadOnlyList<string> names) => qualifications.Select(q => q.Name).ToHashSet(StringComparer.Ordinal).SetEquals(names);

    /// <summary>The name as it is compared: half-width, lower case, no spaces.</summary>
    public static string KeyOf(string name)
        => string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)).ToLowerInvariant();

    /// <summary>GB 32100-2015: registered by 机构编制 (1) as an authority (1).</summary>
    private static OrganisationKind KindOf(string? uscc) => uscc?.StartsWith("11", StringComparison.Ordinal) == true ? OrganisationKind.Department : OrganisationKind.Enterprise;

    private static string Join(IEnumerable<string> names) => string.Join("；", names);

    private static string CutBytes(string text, int bytes)
    {
        // a character has three bytes at most, or four for two: no more goes than must
        while (Encoding.UTF8.GetByteCount(text) - bytes is > 0 and var excess) text = Cut(text, text.Length - Math.Max(1, excess / 3));
        return text;
    }

    /// <summary>Never through the middle of a character of two units: half of one cannot be stored.</summary>
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

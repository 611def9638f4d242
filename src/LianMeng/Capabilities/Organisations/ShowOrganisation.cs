using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm's page. Figures, purchases and contacts only for officers and the firm itself.</summary>
public sealed class ShowOrganisation(UseCaseContext context, LedgerTimeline timeline, Telephones telephones, PersonNames people, SettingValues settings) : Show<ShowOrganisation.Input, ShowOrganisation.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required string Name { get; init; }
        public required OrganisationKind Kind { get; init; }
        public string? Uscc { get; init; }
        public string? UsccWarning { get; init; }
        public string? RegionCode { get; init; }
        public string? RegionName { get; init; }
        public string? Address { get; init; }
        public string? Park { get; init; }
        public string? IndustryCode { get; init; }
        public string? IndustryName { get; init; }
        public string? IndustrySection { get; init; }
        public string? Chain { get; init; }
        public required SizeClass Size { get; init; }

        /// <summary>Why this size, indicator by indicator.</summary>
        public string? SizeReason { get; init; }
        public bool? AboveScale { get; init; }
        public IReadOnlyList<string> Makes { get; init; } = [];
        public IReadOnlyList<string> ByProducts { get; init; } = [];
        public IReadOnlyList<string> Qualifications { get; init; } = [];
        public IReadOnlyList<Certificate> Certificates { get; init; } = [];
        public IReadOnlyList<Site> Sites { get; init; } = [];

        /// <summary>Former names and codes, the latest first.</summary>
        public IReadOnlyList<Former> Formers { get; init; } = [];

        /// <summary>Of <see cref="OrganisationField"/>: where the detail comes from; empty for those who see no private part.</summary>
        public IReadOnlyDictionary<OrganisationField, OriginWords> Origins { get; init; } = new Dictionary<OrganisationField, OriginWords>();

        /// <summary>When somebody last said that everything is as it stands (UTC), and who.</summary>
        public DateTime? ConfirmedAt { get; init; }
        public string? ConfirmedBy { get; init; }

        /// <summary>How old its oldest single detail is (UTC), and whether that is old.</summary>
        public required DateTime OldestAt { get; init; }
        public required bool IsStale { get; init; }

        /// <summary>Days after which a detail is old.</summary>
        public required int StaleDays { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required DataSource Source { get; init; }
        public required bool MayChange { get; init; }

        /// <summary>May change it all, or as the firm itself all but name, code, region and kind.</summary>
        public required bool MayKeep { get; init; }
        public required bool IsOwn { get; init; }
        public bool HasPendingRequest { get; init; }

        /// <summary>Null for those who may not see it.</summary>
        public PrivatePart? Private { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    /// <param name="ContactPhone">of the first contact, masked; <see cref="ShowTelephone"/> gives it whole and says so in the ledger</param>
    public sealed record PrivatePart(int? Staff, decimal? Revenue, decimal? Assets, int? DataYear, IReadOnlyList<string> Buys, string? ContactName, string? ContactPhone, IReadOnlyList<Contact> Contacts);

    /// <param name="Telephone">masked</param>
    public sealed record Contact(Guid Id, string? Name, ContactPurpose Purpose, string? Telephone, OriginWords From);

    /// <param name="State">expired, about to, or neither (null)</param>
    public sealed record Certificate(Guid Id, string Name, string? Number, string? Issuer, DateOnly? ValidUntil, CertificateState? State, OriginWords? From);

    public sealed record Site(Guid Id, string Name, SiteKind Kind, string? Address, string? RegionCode, string? RegionName, string? Capacity, OriginWords? From);

    /// <param name="Until">when it was replaced (UTC)</param>
    public sealed record Former(FormerIdentityKind Kind, string Text, DateTime Until);

    public enum CertificateState
    {
        [System.ComponentModel.DataAnnotations.Display(Name = "即将到期")] EndsSoon = 1,
        [System.ComponentModel.DataAnnotations.Display(Name = "已过期")] Expired = 2,
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().AsNoTracking().Whole().Include(o => o.Formers)
            .FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return null;

        var seesPrivate = Actor.SeesPrivate(firm.Id);
        var origins = FieldOrigins.Parse(firm.Origins);
        var known = seesPrivate ? Enum.GetValues<OrganisationField>().Where(f => origins[f] is not null).ToDictionary(f => f, f => origins[f]!) : [];
        IEnumerable<OrganisationLine> lines = [.. firm.Qualifications, .. firm.Contacts, .. firm.Sites];
        var names = seesPrivate ? await people.KnownAsync([.. known.Values.Select(o => o.By).Concat(lines.Select(l => l.EnteredBy)).Append(firm.ConfirmedBy).OfType<Guid>().Distinct()], cancellation) : new Dictionary<Guid, string>();
        OriginWords? From(OrganisationLine line) => seesPrivate ? OriginWords.Of(line.Origin, firm, names) : null;
        var staleDays = settings.Of(OrganisationsCapability.StaleDays);
        var today = ChinaTime.Today(Now);
        var size = EnterpriseSize.Assess(firm.IndustryCode, firm.Staff, firm.Revenue, firm.Assets);
        var industry = firm.IndustryCode is { } code ? IndustryClass.Find(code) : null;
        return new View
        {
            Id = firm.Id,
            Version = firm.Version,
            Name = firm.Name,
            Kind = firm.Kind,
            Uscc = firm.Uscc,
            UsccWarning = Uscc.TryParse(firm.Uscc, out var uscc, out _) ? uscc.Warning : null,
            RegionCode = firm.RegionCode,
            RegionName = firm.RegionCode is { } region ? Region.Find(region)?.Current.Name : null,
            Address = firm.Address,
            Park = firm.Park,
            IndustryCode = firm.IndustryCode,
            IndustrySection = industry?.Section.ToString(),
            IndustryName = industry?.Name,
            Chain = firm.Chain,
            Size = firm.Size,
            SizeReason = seesPrivate && firm.IsEnterprise ? size.Reason : null,
            AboveScale = industry is null || !seesPrivate || !firm.IsEnterprise ? null : EnterpriseSize.IsAboveScale(industry, firm.Revenue),
            Makes = [.. firm.ProductsOf(ProductRole.Makes)],
            ByProducts = [.. firm.ProductsOf(ProductRole.ByProduct)],
            Qualifications = [.. firm.QualificationNames],
            Certificates = [.. firm.Qualifications.OrderBy(q => q.Position).Select(q => new Certificate(q.Id, q.Name, q.Number, q.Issuer, q.ValidUntil, StateOf(q.ValidUntil, today), From(q)))],
            Sites = [.. firm.Sites.OrderBy(s => s.Position).Select(s => new Site(s.Id, s.Name, s.Kind, s.Address, s.RegionCode, s.RegionCode is { } code ? Region.Find(code)?.Current.Name : null, s.Capacity, From(s)))],
            Formers = [.. firm.Formers.OrderByDescending(f => f.Until).Select(f => new Former(f.Kind, f.Text, f.Until))],
            Origins = known.ToDictionary(o => o.Key, o => OriginWords.Of(o.Value, firm, names)),
            ConfirmedAt = firm.ConfirmedAt,
            ConfirmedBy = firm.ConfirmedBy is { } by ? names.GetValueOrDefault(by) : null,
            OldestAt = firm.OldestAt,
            StaleDays = staleDays,
            IsStale = firm.OldestAt < Now.AddDays(-staleDays),
            MayKeep = Actor.MayKeep(firm),
            IsOwn = Actor.OrganisationId == firm.Id,
            HasPendingRequest = seesPrivate && await Db.Set<OrganisationChangeRequest>().AnyAsync(r => r.OrganisationId == firm.Id && r.State == ChangeRequestState.Pending, cancellation),
            UpdatedAt = firm.UpdatedAt,
            Source = firm.Source,
            MayChange = Actor.May(OrganisationsCapability.Change) && Actor.WriteDistrict == firm.DistrictId,
            Private = seesPrivate
                ? new(firm.Staff, firm.Revenue, firm.Assets, firm.DataYear, [.. firm.ProductsOf(ProductRole.Buys)], firm.FirstContact?.Name, telephones.Masked(firm.FirstContact?.Phone),
                    [.. firm.Contacts.OrderBy(c => c.Position).Select(c => new Contact(c.Id, c.Name, c.Purpose, telephones.Masked(c.Phone), From(c)!))])
                : null,
            Timeline = seesPrivate ? await timeline.OfAsync(firm.Id, cancellation) : [],
        };
    }

    private CertificateState? StateOf(DateOnly? until, DateOnly today)
        => until < today ? CertificateState.Expired
            : until <= today.AddDays(settings.Of(OrganisationsCapability.ExpiringDays)) ? CertificateState.EndsSoon : null;
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm's page. Figures, purchases and contacts only for officers and the firm itself.</summary>
public sealed class ShowOrganisation(UseCaseContext context, LedgerTimeline timeline, Telephones telephones) : Show<ShowOrganisation.Input, ShowOrganisation.View>(context)
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
        public required DateTime UpdatedAt { get; init; }
        public required DataSource Source { get; init; }
        public required bool MayChange { get; init; }

        /// <summary>Null for those who may not see it.</summary>
        public PrivatePart? Private { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    /// <param name="ContactPhone">masked; <see cref="ShowTelephone"/> gives it whole and says so in the ledger</param>
    public sealed record PrivatePart(int? Staff, decimal? Revenue, decimal? Assets, int? DataYear, IReadOnlyList<string> Buys, string? ContactName, string? ContactPhone);

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().AsNoTracking().Include(o => o.Products).Include(o => o.Qualifications)
            .FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return null;

        var seesPrivate = Actor.May(OrganisationsCapability.ReadPrivate) || Actor.OrganisationId == firm.Id;
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
            UpdatedAt = firm.UpdatedAt,
            Source = firm.Source,
            MayChange = Actor.May(OrganisationsCapability.Change) && Actor.WriteDistrict == firm.DistrictId,
            Private = seesPrivate
                ? new(firm.Staff, firm.Revenue, firm.Assets, firm.DataYear, [.. firm.ProductsOf(ProductRole.Buys)], firm.ContactName, telephones.Masked(firm.ContactPhone))
                : null,
            Timeline = seesPrivate ? await timeline.OfAsync(firm.Id, cancellation) : [],
        };
    }
}

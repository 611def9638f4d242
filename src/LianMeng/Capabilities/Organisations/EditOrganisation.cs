using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Changes a firm's data; by the firm itself all but name, code, region and kind. A field that is left out stays as it is; lists are replaced whole.</summary>
public sealed class EditOrganisation(UseCaseContext context, Telephones telephones, DuplicateCheck duplicates) : FirmCommand<EditOrganisation.Input, Guid>(context)
{
    public sealed class Input : OrganisationForm
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        internal bool IsWhole { get; private set; }

        /// <summary>A form shows every field: one that came back empty was emptied, it was not left out.</summary>
        public Input Whole()
        {
            IsWhole = true;
            Makes ??= "";
            Buys ??= "";
            ByProducts ??= "";
            Qualifications ??= "";
            return this;
        }
    }

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Invalid("uscc", "名册里另一家企业已使用这个统一社会信用代码，请核对。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;

        var (details, errors) = input.Check(telephones, input.IsWhole, firm.FirstContact?.Telephone);
        if (details is null) return Outcome<Guid>.Invalid(errors);
        if (!Actor.May(OrganisationsCapability.Change) && NeedsApproval(firm, details) is { } field) return Outcome<Guid>.Invalid(field, "名称、代码、行政区划和单位类型要由联盟书记核准；请改回原样，在“申请变更”里提出。");

        // A save without a change has no fact and saves nothing, so the database would not say that it came too late.
        if (input.Version is { } seen && seen != firm.Version) return Outcome<Guid>.Conflict();
        Expect(firm, input.Version);
        // Only a new name is looked for: whoever mends a telephone is not asked about a pair that everybody knows.
        if (Organisation.KeyOf(details.Name) != firm.NameKey && await duplicates.StopAsync<Guid>(firm.DistrictId, details with { Uscc = details.Uscc ?? firm.Uscc, RegionCode = details.RegionCode ?? firm.RegionCode, Address = details.Address ?? firm.Address, ContactPhone = details.ContactPhone ?? firm.FirstContact?.Telephone }, firm.Id, input.NotListed, cancellation) is { } stop) return stop;
        var changes = firm.Change(details, Origin.Source, Now, Actor.UserId);
        if (changes.Count > 0) Record(new OrganisationChanged(firm.Id, Origin.Source, changes));
        return Outcome<Guid>.Done(firm.Id);
    }

    /// <summary>Who it is and where it counts: the first such field that a firm would change by itself.</summary>
    private static string? NeedsApproval(Organisation firm, OrganisationDetails details)
        => details.Name != firm.Name ? "name"
            : (details.Uscc is not null || details.IsWhole) && details.Uscc != firm.Uscc ? "uscc"
            : (details.RegionCode is not null || details.IsWhole) && details.RegionCode != firm.RegionCode ? "regionCode"
            : details.Kind is { } kind && kind != firm.Kind ? "kind" : null;
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Changes a firm's data. A field that is left out stays as it is; lists are replaced whole.</summary>
public sealed class EditOrganisation(UseCaseContext context, Telephones telephones) : Command<EditOrganisation.Input, Guid>(context)
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

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Invalid("uscc", "名册里另一家企业已使用这个统一社会信用代码，请核对。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().Include(o => o.Products).Include(o => o.Qualifications).FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return Outcome<Guid>.NotFound();
        if (firm.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这家企业属于别的区县，只能由该区县修改。");

        var (details, errors) = input.Check(telephones, input.IsWhole, firm.ContactPhone is { } phone ? new(phone, firm.ContactPhoneDigest!) : null);
        if (details is null) return Outcome<Guid>.Invalid(errors);

        // A save without a change has no fact and saves nothing, so the database would not say that it came too late.
        if (input.Version is { } seen && seen != firm.Version) return Outcome<Guid>.Conflict();
        Expect(firm, input.Version);
        var changes = firm.Change(details, DataSource.Form, Now);
        if (changes.Count > 0) Record(new OrganisationChanged(firm.Id, DataSource.Form, changes));
        return Outcome<Guid>.Done(firm.Id);
    }
}

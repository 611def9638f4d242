using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Whom of the register somebody may mean who is about to enter a firm: for the form, which shows them with their reasons.</summary>
public sealed class FindSimilar(UseCaseContext context, DuplicateFinder finder, Telephones telephones) : Show<FindSimilar.Input, IReadOnlyList<ShowDuplicates.Line>>(context)
{
    public sealed class Input
    {
        [Display(Name = "企业名称"), Required, StringLength(120, MinimumLength = 2)]
        public string? Name { get; set; }

        [Display(Name = "统一社会信用代码"), StringLength(40)]
        public string? Uscc { get; set; }

        [Display(Name = "行政区划代码"), StringLength(12)]
        public string? RegionCode { get; set; }

        [Display(Name = "地址"), StringLength(200)]
        public string? Address { get; set; }

        [Display(Name = "联系电话"), StringLength(30)]
        public string? Phone { get; set; }

        /// <summary>The firm itself, where it is in the register already.</summary>
        public Guid? Self { get; set; }
    }

    /// <summary>For a form that came back: whom its fields may mean; none where they say too little.</summary>
    public async Task<IReadOnlyList<ShowDuplicates.Line>> OfAsync(OrganisationForm form, Guid? self)
        => (await RunAsync(new() { Name = form.Name, Uscc = form.Uscc, RegionCode = form.RegionCode, Address = form.Address, Phone = form.ContactPhone, Self = self })).Value ?? [];

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override async Task<IReadOnlyList<ShowDuplicates.Line>?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var firm = new FirmIdentity(input.Name!.Trim())
        {
            Uscc = Uscc.TryParse(input.Uscc, out var code, out _) ? code.Value : null,
            RegionCode = Region.TryRead(input.RegionCode, out var region, out _) ? region.Code : null,
            Address = input.Address,
            PhoneDigest = telephones.Seal(input.Phone)?.Digest,
        };
        return [.. (await finder.FindAsync(Actor.WriteDistrict, firm, input.Self, cancellation)).Select(f => new ShowDuplicates.Line(f.Id, f.Name, f.Uscc, f.Address, f.Verdict, f.Reasons))];
    }
}

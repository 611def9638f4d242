using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A qualification with its certificate: a new one, or one that is known stated anew.</summary>
public sealed class SaveQualification(UseCaseContext context) : FirmCommand<SaveQualification.Input, Guid>(context)
{
    public const int NumberLimit = 60, IssuerLimit = 80, Most = 100;

    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>Left out for a new one.</summary>
        public Guid LineId { get; set; }

        [Display(Name = "资质"), Required, StringLength(OrganisationQualification.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "证书编号"), StringLength(NumberLimit)]
        public string? Number { get; set; }

        [Display(Name = "发证机关"), StringLength(IssuerLimit)]
        public string? Issuer { get; set; }

        [Display(Name = "有效期至")]
        public DateOnly? ValidUntil { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        var line = firm.Qualifications.FirstOrDefault(q => q.Id == input.LineId);
        if (line is null && input.LineId != Guid.Empty) return Outcome<Guid>.NotFound();
        if (firm.Qualifications.Any(q => q != line && q.Name == input.Name)) return Outcome<Guid>.Invalid("name", $"已登记“{input.Name}”，请在那一项上修改。");
        if (line is null && firm.Qualifications.Count >= Most) return Outcome<Guid>.Invalid("name", $"一个单位最多登记 {Most} 项资质。");
        if (QualificationDetails.ProblemOf(input.ValidUntil) is { } date) return Outcome<Guid>.Invalid("validUntil", date);
        var isNew = line is null;
        (line, var changes) = firm.SaveQualification(line, new(input.Name!, input.Number, input.Issuer, input.ValidUntil), Origin);
        if (isNew || changes.Count > 0)
            Record(new OrganisationLineChanged(firm.Id, OrganisationPart.Qualification, isNew ? LineStep.Added : LineStep.Changed, line.Id, isNew ? [new("资质", null, line.Name), .. changes] : changes));
        return Outcome<Guid>.Done(line.Id);
    }
}

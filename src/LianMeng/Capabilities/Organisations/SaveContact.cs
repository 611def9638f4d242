using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Whom to call, about what: a new contact, or one that is known stated anew. A telephone that comes back as its mask stays as it is.</summary>
public sealed class SaveContact(UseCaseContext context, Telephones telephones) : FirmCommand<SaveContact.Input, Guid>(context)
{
    public const int Most = 20;

    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>Left out for a new one.</summary>
        public Guid LineId { get; set; }

        [Display(Name = "联系人"), StringLength(OrganisationContact.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "用途")]
        public ContactPurpose? Purpose { get; set; }

        [Display(Name = "联系电话"), StringLength(30)]
        public string? Telephone { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        var line = firm.Contacts.FirstOrDefault(c => c.Id == input.LineId);
        if (line is null && input.LineId != Guid.Empty) return Outcome<Guid>.NotFound();
        if (line is null && firm.Contacts.Count >= Most) return Outcome<Guid>.Invalid("name", $"一个单位最多登记 {Most} 位联系人。");
        if (input.Name is null && input.Telephone is null) return Outcome<Guid>.Invalid("name", "姓名和电话至少填一项。");
        var same = line?.Phone is { } known && input.Telephone == telephones.Masked(known);
        if (!same && input.Telephone?.Contains('*', StringComparison.Ordinal) == true) return Outcome<Guid>.Invalid("telephone", "请填写完整的号码；不改就保持原样，清空就是删去。");
        if (!same && Telephones.ProblemOf(input.Telephone) is { } wrong) return Outcome<Guid>.Invalid("telephone", wrong);
        var isNew = line is null;
        (line, var changes) = firm.SaveContact(line, input.Name, input.Purpose ?? ContactPurpose.Other, same ? line!.Telephone : telephones.Seal(input.Telephone), Origin);
        if (changes.Count > 0) Record(new OrganisationLineChanged(firm.Id, OrganisationPart.Contact, isNew ? LineStep.Added : LineStep.Changed, line.Id, changes));
        return Outcome<Guid>.Done(line.Id);
    }
}

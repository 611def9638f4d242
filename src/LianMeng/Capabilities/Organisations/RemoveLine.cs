using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes a qualification, a contact or a site off an organisation.</summary>
public sealed class RemoveLine(UseCaseContext context) : FirmCommand<RemoveLine.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid LineId { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (firm, problem) = await LoadAsync(input.Id, cancellation);
        if (firm is null) return problem!;
        IEnumerable<OrganisationLine> lines = [.. firm.Qualifications, .. firm.Contacts, .. firm.Sites];
        if (lines.FirstOrDefault(l => l.Id == input.LineId) is not { } line) return Outcome<Guid>.NotFound();
        firm.RemoveLine(line, Origin);
        var (part, name) = line switch
        {
            OrganisationQualification q => (OrganisationPart.Qualification, q.Name),
            OrganisationSite s => (OrganisationPart.Site, s.Name),
            _ => (OrganisationPart.Contact, null), // a person's name is in no fact
        };
        Record(new OrganisationLineChanged(firm.Id, part, LineStep.Removed, line.Id, name is null ? [] : [new(ListExport.Words(part), name, null)]));
        return Outcome<Guid>.Done(firm.Id);
    }
}

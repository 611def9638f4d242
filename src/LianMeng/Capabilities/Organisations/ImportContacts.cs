using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes contacts over; one name at one organisation is one contact.</summary>
public sealed class ImportContacts(UseCaseContext context, ImportContactsFile file, FileStore storage, OperationProgress progress)
    : ImportFirmLines<ImportContactsFile.Contact>(context, file, storage, progress)
{
    private int tooMany;

    public override ImportKind Kind => ImportContactsFile.Kind;

    protected override IEnumerable<string> Warnings(ImportTally tally)
        => tooMany == 0 ? [] : [$"有 {tooMany} 行没有导入：一个单位最多登记 {SaveContact.Most} 位联系人。"];

    protected override Taken Take(Organisation firm, ImportContactsFile.Contact stated, Origin origin)
    {
        var known = firm.Contacts.FirstOrDefault(c => c.Name == stated.Name);
        if (known is null && firm.Contacts.Count >= SaveContact.Most)
        {
            tooMany++;
            return new(OrganisationPart.Contact, firm.Id, false, [], firm.Name);
        }

        var (line, changes) = firm.SaveContact(known, stated.Name, stated.Purpose ?? known?.Purpose ?? ContactPurpose.Other, stated.Telephone ?? known?.Telephone, origin);
        return new(OrganisationPart.Contact, line.Id, known is null, changes, stated.Name ?? "");
    }
}

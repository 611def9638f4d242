using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes qualifications over, line by line.</summary>
public sealed class ImportQualifications(UseCaseContext context, ImportQualificationsFile file, FileStore storage, OperationProgress progress)
    : ImportFirmLines<QualificationDetails>(context, file, storage, progress)
{
    public override ImportKind Kind => ImportQualificationsFile.Kind;

    protected override Permission? ReadBy => OrganisationsCapability.ReadPrivate;

    protected override Taken Take(Organisation firm, QualificationDetails stated, Origin origin)
    {
        var known = firm.Qualifications.FirstOrDefault(q => q.Name == stated.Name);
        var over = stated with { Number = stated.Number ?? known?.Number, Issuer = stated.Issuer ?? known?.Issuer, ValidUntil = stated.ValidUntil ?? known?.ValidUntil };
        var (line, changes) = firm.SaveQualification(known, over, origin);
        return new(OrganisationPart.Qualification, line.Id, known is null, known is null ? [new("资质", null, line.Name), .. changes] : changes, line.Name);
    }
}

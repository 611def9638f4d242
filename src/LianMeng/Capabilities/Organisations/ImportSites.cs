using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes sites over; one name at one organisation is one site.</summary>
public sealed class ImportSites(UseCaseContext context, ImportSitesFile file, FileStore storage, OperationProgress progress)
    : ImportFirmLines<ImportSitesFile.Site>(context, file, storage, progress)
{
    private int tooMany;

    public override ImportKind Kind => ImportSitesFile.Kind;

    protected override Permission? ReadBy => OrganisationsCapability.ReadPrivate;

    protected override IEnumerable<string> Warnings(ImportTally tally)
        => tooMany == 0 ? [] : [$"有 {tooMany} 行没有导入：一个单位最多登记 {SaveSite.Most} 个厂区。"];

    protected override Taken Take(Organisation firm, ImportSitesFile.Site stated, Origin origin)
    {
        var known = firm.Sites.FirstOrDefault(s => s.Name == stated.Name);
        if (known is null && firm.Sites.Count >= SaveSite.Most)
        {
            tooMany++;
            return new(OrganisationPart.Site, firm.Id, false, [], stated.Name);
        }

        var (line, changes) = firm.SaveSite(known, new(stated.Name, stated.Kind ?? known?.Kind ?? SiteKind.Production, stated.Address ?? known?.Address, stated.RegionCode ?? known?.RegionCode, stated.Capacity ?? known?.Capacity), origin);
        return new(OrganisationPart.Site, line.Id, known is null, changes, stated.Name);
    }
}

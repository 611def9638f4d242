using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Makes a bill of the own firm from a file. The same file again makes no second one.</summary>
public sealed class ImportBill(UseCaseContext context, ImportBillFile file, FileStore storage, OperationProgress progress) : ImportCommand<BillGoods>(context, file, storage, progress)
{
    private Bill? bill;
    private Guid? there;

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    public override ImportKind Kind => ImportBillFile.Kind;

    protected override Guid? SentFor => Actor.OwnFirm();

    protected override Fact Imported(string fileHash, ImportTally tally) => new BillImported(bill!.Id, tally.New, tally.RejectedRows);

    protected override string? Refusal() => Actor.OwnFirm() is null ? InquiriesCapability.NoFirm : null;

    protected override IEnumerable<string> Warnings(ImportTally tally) => tally.Same == 0 ? [] : ["这份文件已经建过清单，不再建一份；要修改，请打开那份清单。"];

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<BillGoods>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        var own = Actor.OwnFirm()!.Value;
        if (bill is null) there ??= await Db.Set<Bill>().Where(b => b.OrganisationId == own && b.FileHash == Upload.FileHash).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellation);
        foreach (var line in lines)
        {
            var goods = line.Details!;
            tally.Take(new(line.Row.RowNumber, goods.Product, null, there is null, []) { Detail = $"{(goods.Specification is null ? "" : $"{goods.Specification} · ")}{goods.Quantity:0.####} {goods.Unit}" }, there?.ToString() ?? goods.Key);
            if (there is not null || !commit) continue;
            if (bill is null)
            {
                bill = Bill.Make(Actor.WriteDistrict, own, NameOf(Upload.FileName!), Upload.FileHash, Now);
                Db.Add(bill);
            }

            if (bill.Add(goods, Now).Line is { } added) Db.Add(added);
        }
    }

    /// <summary>The file's name without what a bill's name cannot hold.</summary>
    private static string NameOf(string fileName)
    {
        var name = ImportText.Clean(Path.GetFileNameWithoutExtension(fileName));
        if (name.Length == 0) return "物料清单";
        return name.Length <= Bill.NameLimit ? name : name[..(char.IsHighSurrogate(name[Bill.NameLimit - 1]) ? Bill.NameLimit - 1 : Bill.NameLimit)];
    }
}

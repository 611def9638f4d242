using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Matching.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Who makes each line of a bill here, and why; who was asked already; or that nobody does.</summary>
public sealed class FindBillMakers(UseCaseContext context, LocalMakers makers, PeopleOf people) : Show<FindBillMakers.Input, FindBillMakers.View>(context)
{
    public const int PageSize = 20, Each = 5;

    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>From 1; so many lines a page.</summary>
        [Display(Name = "页码"), Range(1, 1000)]
        public int? Page { get; set; }
    }

    /// <param name="Total">lines of the whole bill</param>
    public sealed record View(Guid Id, string Name, int Total, int Page, IReadOnlyList<Line> Lines);

    /// <param name="Missing">where nobody makes it: what was missing</param>
    public sealed record Line(Guid Id, int Place, BillGoods Goods, IReadOnlyList<Maker> Makers, string? Missing);

    /// <param name="HasPeople">somebody of the firm has an account and is told</param>
    /// <param name="Asked">the state of the open inquiry that has this line already</param>
    public sealed record Maker(Guid Id, string Name, string? Place, string Reason, IReadOnlyList<string> Reasons, bool HasPeople, InquiryState? Asked);

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    public override Budget? Budget => Budget.Matches;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().AsNoTracking().SeenBy(Actor).Where(b => b.Id == input.Id).Select(b => new { b.Id, b.Name, b.OrganisationId, Total = b.Lines.Count }).FirstOrDefaultAsync(cancellation);
        if (bill is null) return null;
        var page = input.Page ?? 1;
        var lines = await Db.Set<BillLine>().AsNoTracking().Where(l => l.BillId == bill.Id).OrderBy(l => l.Place).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var found = await makers.FindAsync([.. lines.Select(l => (l.Product, l.Specification))], bill.OrganisationId, Each, cancellation);
        var ids = found.SelectMany(f => f.Makers).Select(m => m.Id).Distinct().ToList();
        var told = (await people.OfOrganisationsAsync(ids, cancellation)).Where(p => InquiriesCapability.Use.Roles.Contains(p.Role)).Select(p => p.OrganisationId).ToHashSet();
        var asked = await Db.Set<Inquiry>().AsNoTracking().Open().Where(i => i.BillId == bill.Id)
            .SelectMany(i => i.Lines, (i, l) => new { l.BillLineId, i.SellerId, i.State }).ToListAsync(cancellation);
        var states = asked.ToDictionary(a => (a.BillLineId, a.SellerId), a => (InquiryState?)a.State);
        return new(bill.Id, bill.Name, bill.Total, page, [.. lines.Select((line, at) => new Line(line.Id, line.Place, line.Goods,
            [.. found[at].Makers.Select(m => new Maker(m.Id, m.Name, m.Place, m.Reason, m.Reasons, told.Contains(m.Id), states.GetValueOrDefault((line.Id, m.Id))))], found[at].Missing))]);
    }
}

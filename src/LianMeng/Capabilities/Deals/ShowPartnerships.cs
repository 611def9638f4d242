using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>How many firms have a partnership, each counted once; how many pairs, how many deals.</summary>
public sealed class ShowPartnerships(UseCaseContext context, PartnershipBook book) : Show<PartnershipFilter, ShowPartnerships.View>(context)
{
    /// <param name="Months">within which a deal makes partners</param>
    public sealed record View(int Firms, int Pairs, int Deals, int Months);

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override async Task<View?> LoadAsync(PartnershipFilter input, CancellationToken cancellation)
    {
        var pairs = await book.PairsAsync(input, cancellation);
        return new(pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct().Count(), pairs.Count, pairs.Sum(p => p.Deals.Count), book.Months);
    }
}

using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Whether a by-product of the seller may go to the buyer. Names and codes come out of it, no quantity, price or composition.</summary>
public sealed class ByProductWays(FirmLines lines, ByProductUseRows uses)
{
    private const string HowToOpen = "请接收方先在“副产品利用”登记该代码的许可或豁免。";

    /// <param name="Problem">the rule in words when the way is closed, else null</param>
    public sealed record Way(string Title, string? Code, string? Problem);

    /// <param name="Title">in the firm's own words</param>
    public sealed record Choice(Guid Id, string Title);

    /// <param name="asOf">the day for which permits must hold</param>
    public async Task<Way> CheckAsync(Guid seller, Guid buyer, Guid streamId, Guid? useId, DateOnly asOf, CancellationToken cancellation)
    {
        var stream = await lines.OfAsync(seller, cancellation).FirstOrDefaultAsync(l => l.Id == streamId && l.Role == FirmLineRole.ByProduct, cancellation);
        if (stream is null) return new("", null, "卖方的名册里没有这种副产品；请先在企业资料里登记副产品。");
        var use = useId is { } id ? await uses.AllAsync(cancellation).FirstOrDefaultAsync(u => u.Id == id && u.Receiver == buyer, cancellation) : null;
        if (useId is not null && use is null) return new(stream.Name, stream.Code, "买方没有登记这项利用能力；请先在“副产品利用”登记。");

        // The legal gate alone: what it is made of and what it is called is the two firms' own business.
        var gate = new ByProductStream(seller, stream.Name, 0, stream.Code, stream.IsGoods == true, new Dictionary<string, decimal>(), null);
        var reasons = ByProductGate.Reasons(gate, new ByProductUse(buyer, [stream.Name], 0, [], use?.Rights ?? [], null, null, null), asOf);
        return new(stream.Name, stream.Code, reasons.Count == 0 ? null : $"{string.Join("；", reasons)}。{HowToOpen}");
    }

    /// <summary>The seller's by-products, for the seller and its officers.</summary>
    public async Task<IReadOnlyList<Choice>> StreamsAsync(Guid seller, CancellationToken cancellation)
        => await lines.OfAsync(seller, cancellation).Where(l => l.Role == FirmLineRole.ByProduct).Select(l => new Choice(l.Id, l.Code is null ? l.Name : $"{l.Name}（{l.Code}）")).ToListAsync(cancellation);

    /// <summary>What the buyer takes, as all of the district may know.</summary>
    public async Task<IReadOnlyList<Choice>> UsesAsync(Guid buyer, CancellationToken cancellation)
        => await uses.AllAsync(cancellation).Where(u => u.Receiver == buyer).Select(u => new Choice(u.Id, string.Join("、", u.Products))).ToListAsync(cancellation);
}
